package io.linkage.column;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TestSession;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AlikeTest {
    private static final List<Long> NUMBERS = List.of(0L, 1L, 63L, 64L, 65L, 127L, 128L, 131L, 132L, 1L << 60);

    @Test
    void numbersOfUpToSixDigitsStayAndLongerOnesLoseLessThanOneIn32() {
        assertThat(leading(6)).containsExactly(0L, 1L, 63L, 64L, 64L, 126L, 128L, 128L, 132L, 1L << 60);
    }

    @Test
    void allDigitsKeepEveryNumber() {
        assertThat(leading(Alike.EXACT)).isEqualTo(NUMBERS);
    }

    @Test
    void ofOneNumberTheSameDigitsStayAsOfAColumn() {
        for (int digits : List.of(6, 8, Alike.EXACT)) {
            assertThat(NUMBERS.stream()
                            .map(number -> Alike.leading(number, digits))
                            .toList())
                    .isEqualTo(leading(digits));
        }
    }

    private static List<Long> leading(int digits) {
        return TestSession.spark()
                .createDataset(NUMBERS, Encoders.LONG())
                .select(Alike.leading(col("value"), digits))
                .collectAsList()
                .stream()
                .map((Row row) -> row.getLong(0))
                .toList();
    }
}
