package io.linkage.jobs.feed;

import io.linkage.jobs.settings.CsvOptions;
import java.util.List;

/** The records of one CSV file without its header, each field at the place of its column. */
final class CsvFields implements Records {
    private final CsvRecords records;
    private final CsvOptions options;
    private final int[] places;

    /** The records; places has the column of the source for each field, by position. */
    CsvFields(CsvRecords records, CsvOptions options, int[] places) {
        this.records = records;
        this.options = options;
        this.places = places;
        if (options.header() && records.hasNext()) {
            records.next();
        }
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public void next(Object[] values, RowFaults faults) {
        List<String> fields = records.next();
        if (fields.size() != places.length) {
            faults.add(RowFaults.Kind.FIELD_COUNT);
        }
        for (int index = 0; index < Math.min(fields.size(), places.length); index++) {
            values[places[index]] = faults.clean(text(fields, index));
        }
    }

    @Override
    public void close() {
        records.close();
    }

    /** Fields beyond the last column are kept with it: the row is quarantined, and nothing of it is lost. */
    private String text(List<String> fields, int index) {
        boolean surplus = index == places.length - 1 && fields.size() > places.length;
        return surplus
                ? String.join(options.whitespace() ? " " : options.delimiter(), fields.subList(index, fields.size()))
                : fields.get(index);
    }
}
