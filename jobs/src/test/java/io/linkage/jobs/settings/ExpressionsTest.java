package io.linkage.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bon",
                "`Prijs per stuk`",
                "'nps'",
                "concat(Bon, ' ', bon)",
                "split(Naam, ' ')[1]",
                "try_cast(Aantal as int) * 2",
                "transform(split(Naam, ' '), part -> upper(part))[0]",
                "concat(_record, '-', _RECORD)",
                "case when Soort = 'retour' then concat('-', Aantal) else Aantal end",
                "get_json_object(address, '$.city')",
            })
    void takesWhatYieldsAValueOfEachRow(String expression) {
        assertThat(Expressions.fault(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "cocnat(Bon, 'x')                | Spark SQL has no function cocnat; did you mean concat?",
                "shop.price(Bon)                 | Spark SQL has no function shop.price",
                "sum(cast(Aantal as int))        | must depend on the row alone, but uses an aggregate",
                "row_number() over (order by Bon) | must depend on the row alone",
                "explode(split(Bon, ','))        | must depend on the row alone",
                "substring(Bon)                  | Spark SQL cannot evaluate it: The `substring` requires [2, 3]",
                "Bon and Naam                    | the binary operator requires the input type \"BOOLEAN\", not \"STRING\"",
                "Bon.straat                      | Can't extract a value from \"Bon\"",
                "cast(Bon as array<int>)         | cannot cast \"STRING\" to \"ARRAY<INT>\"",
                "max(Naam) = Naam                | Spark SQL cannot evaluate it",
            })
    void refusesWhatSparkCannotEvaluateOnARow(String expression, String why) {
        assertThat(Expressions.fault(expression))
                .get()
                .asString()
                .contains(why)
                .doesNotContain("SQLSTATE", "line 1")
                .doesNotEndWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flag and true|",
                "not flag|",
                "upper(flag) and upper(flag)|cannot evaluate",
                "flag[0]|cannot evaluate"
            })
    void columnsMayHaveTypesOfTheirOwn(String expression, String why) {
        var fault = Expressions.fault(expression, name -> DataTypes.BooleanType);

        if (why == null) {
            assertThat(fault).isEmpty();
        } else {
            assertThat(fault).get().asString().contains(why);
        }
    }
}
