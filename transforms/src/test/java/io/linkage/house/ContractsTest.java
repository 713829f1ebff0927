package io.linkage.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.table.Tables;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules on contracts; each failure names the table and the remedy. */
class ContractsTest {

    @Test
    void everyContractIsInTheListOfTables() {
        List<String> missing = contracts()
                .filter(table -> !Tables.ALL.contains(table))
                .map(Table::name)
                .toList();

        assertThat(missing).as("Add these contracts to Tables.ALL").isEmpty();
    }

    @Test
    void namesOfTablesAreUnique() {
        assertThat(Tables.ALL.stream().map(Table::name))
                .as("Rename one of two tables of the same name")
                .doesNotHaveDuplicates();
    }

    @Test
    void namesAreSnakeCaseInEnglishLetters() {
        assertThat(columns()
                        .filter(field -> !field.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"))
                        .map(Field::path))
                .as("Rename these columns: small letters and digits, words parted by one underscore")
                .isEmpty();
    }

    @Test
    void theUnitStandsInTheName() {
        assertThat(columns()
                        .filter(field -> !field.domain().fits(field.name()))
                        .map(field -> field.path() + " must end in one of "
                                + field.domain().ending()))
                .as("Rename the column or give it the domain of its name")
                .isEmpty();
    }

    @Test
    void everyTableSaysItsGrainItsKeyAndItsMeaning() {
        List<String> faults = new ArrayList<>();
        for (Table table : Tables.ALL) {
            if (!table.grain().startsWith("one row per ")) {
                faults.add(table.name() + ": begin its grain with 'one row per'");
            }
            if (words(table.meaning()) < 3) {
                faults.add(table.name() + ": say in three words or more which question it answers");
            }
            if (table.keys().isEmpty()) {
                faults.add(table.name() + ": declare the columns that name a row as keys");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyColumnHasAMeaningOfItsOwn() {
        List<String> faults = new ArrayList<>();
        for (Table table : Tables.ALL) {
            Set<String> seen = new HashSet<>();
            for (Field field : table.fields()) {
                if (words(field.meaning()) < 3) {
                    faults.add(field.path() + ": say in three words or more what a value means");
                }
                if (!seen.add(field.meaning())) {
                    faults.add(field.path() + ": has the meaning of another column of its table");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void keysAreAlwaysFilled() {
        assertThat(Tables.ALL.stream()
                        .flatMap(table -> table.keys().stream())
                        .filter(field -> !field.required())
                        .map(Field::path))
                .as("Declare key columns as required")
                .isEmpty();
    }

    @Test
    void referencesPointAtColumnsThatExist() {
        Map<String, Table> tables = new HashMap<>();
        Tables.ALL.forEach(table -> tables.put(table.name(), table));

        assertThat(columns()
                        .flatMap(field -> field.reference().stream())
                        .filter(target -> !tables.containsKey(target.table())
                                || tables.get(target.table())
                                        .field(target.name())
                                        .isEmpty())
                        .map(Field::path)
                        .distinct())
                .as("Refer to columns of tables in Tables.ALL")
                .isEmpty();
    }

    @Test
    void publishedTablesNameNoPerson() {
        assertThat(Tables.ALL.stream()
                        .filter(Table::published)
                        .flatMap(table -> table.fields().stream())
                        .filter(field -> !field.privacy().publishable())
                        .map(field -> field.path() + " is " + field.privacy()))
                .as("Leave these columns out of marts and ops; refer to them by key")
                .isEmpty();
    }

    @Test
    void rowsOfEmployeesStayInTheRestrictedZone() {
        assertThat(Tables.ALL.stream()
                        .filter(table -> table.layer() == Layer.STAGING && !table.restricted())
                        .flatMap(table -> table.fields().stream())
                        .filter(field -> field.privacy() == io.linkage.contract.Privacy.SENSITIVE)
                        .map(Field::path))
                .as("Declare the table as restricted()")
                .isEmpty();
    }

    private static Stream<Field> columns() {
        return Tables.ALL.stream().flatMap(table -> table.fields().stream());
    }

    private static int words(String sentence) {
        return sentence.isBlank() ? 0 : sentence.trim().split("\\s+").length;
    }

    private static Stream<Table> contracts() {
        return new ClassFileImporter()
                .importPackages("io.linkage.table").stream()
                        .map(found -> found.reflect())
                        .flatMap(type -> Stream.of(type.getDeclaredFields()))
                        .filter(field -> field.getType() == Table.class && Modifier.isPublic(field.getModifiers()))
                        .map(ContractsTest::value);
    }

    private static Table value(java.lang.reflect.Field field) {
        try {
            return (Table) field.get(null);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(field + " must be public for the list of tables", closed);
        }
    }
}
