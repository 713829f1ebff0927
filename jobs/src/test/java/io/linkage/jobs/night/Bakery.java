package io.linkage.jobs.night;

import io.linkage.jobs.cli.LinkageCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A company that no example has: its files and its configuration, written by the test that needs them. */
final class Bakery {
    static final String CONFIGURATION = """
            company: bakery
            time-zone: Europe/Amsterdam
            currency: EUR
            privacy: {pseudonym-key: generate, minimum-group: 5}
            gates: {maximum-quarantined-share: 0.3, maximum-shrink-share: 0.5}
            feeds:
              customer:
                - source: crm
                  format: csv
                  location: data/klanten.csv
                  options: {delimiter: ";", encoding: ISO-8859-1}
                  formats: {dates: [dd-MM-yyyy]}
                  columns: {customer_source_id: nr, customer_name: naam, segment_code: groep, birth_date: geboren}
              order_line:
                - source: till
                  format: csv
                  location: data/bonnen.csv.gz
                  options: {header: false, delimiter: tab, columns: [bon, regel, klant, moment, soort, aantal, prijs]}
                  formats: {decimal: ",", moments: ["dd-MM-yyyy HH:mm"], nulls: ["-"]}
                  columns:
                    order_id: bon
                    line_number: regel
                    customer_source_id: klant
                    ordered_at: moment
                    line_type_code: case soort when 'R' then 'return' else 'sale' end
                    quantity: aantal
                    unit_price: prijs
            """;
    static final String CUSTOMERS = "nr;naam;groep;geboren\nk1;Zo\u00eb;vast;01-02-1980\nk2;J\u00f6rg;nieuw;\n";
    static final String LINES = """
            b1\t1\tk1\t01-05-2026 09:00\tV\t2\t1,50
            b1\t2\tk1\t01-05-2026 09:00\tV\t1\t10,50
            b2\t1\tk2\t02-05-2026 10:00\tV\t4\t0,25
            b3\t1\t-\t02-05-2026 11:00\tV\t1\t3,00
            b4\t1\tk1\t03-05-2026 09:00\tR\t-1\t1,50
            """;

    private final Path folder;
    private String said;

    Bakery(Path folder) throws IOException {
        this.folder = folder;
        configuration(CONFIGURATION);
        customers(CUSTOMERS);
        lines(LINES);
    }

    Path folder() {
        return folder;
    }

    void configuration(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("company.yaml"), yaml);
    }

    void customers(String text) throws IOException {
        write("data/klanten.csv", text, StandardCharsets.ISO_8859_1);
    }

    void lines(String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("data/bonnen.csv.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds a feed to the configuration: a CSV file whose columns bear the names of the contract. */
    void feed(String name, String load, String header, String rows) throws IOException {
        String columns = Stream.of(header.split(","))
                .map(column -> column + ": " + column)
                .collect(Collectors.joining(", "));
        configuration(Files.readString(folder.resolve("company.yaml")) + """
                  %s:
                    - source: s
                      format: csv
                      location: data/%s
                      load: %s
                      columns: {%s}
                """.formatted(name, name, load, columns));
        deliver(name, "first.csv", header, rows);
    }

    /** Writes a file of an added feed. */
    void deliver(String name, String file, String header, String rows) throws IOException {
        Files.createDirectories(folder.resolve("data").resolve(name));
        write("data/" + name + "/" + file, header + "\n" + rows, StandardCharsets.UTF_8);
    }

    /** Runs a night and gives its exit code. */
    int night(Path warehouse, String date) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (PrintStream ear = new PrintStream(heard, true, StandardCharsets.UTF_8)) {
            System.setOut(ear);
            System.setErr(ear);
            return LinkageCommand.run(
                    "nightly", "--conf", folder.toString(), "--date", date, "--warehouse", warehouse.toString());
        } finally {
            System.setOut(out);
            System.setErr(err);
            said = heard.toString(StandardCharsets.UTF_8);
        }
    }

    /** What the last night told. */
    String said() {
        return said;
    }

    private void write(String file, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(file), text.getBytes(charset));
    }
}
