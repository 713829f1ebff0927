package io.linkage.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void anAmountIsRoundedAsItsShortestDigitsAre() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            // Of all sizes, every third one a multiple of half a cent.
            double any = (random.nextDouble() - .5) * Math.pow(10, random.nextInt(15));
            double amount = i % 3 == 0 ? random.nextInt(-100_000, 100_000) / 200.0 : any;
            assertThat(Money.cents(amount).toJavaBigDecimal())
                    .as("%s", amount)
                    .isEqualTo(BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP));
        }
    }

    @Test
    void halfACentGoesAwayFromZero() {
        assertThat(Money.cents(1.005)).hasToString("1.01");
        assertThat(Money.cents(-1.005)).hasToString("-1.01");
        assertThat(Money.cents(-0.001)).hasToString("0.00");
    }

    @Test
    void centsOfAnAmountGiveItBack() {
        assertThat(Money.inCents(new BigDecimal("-12.34"))).isEqualTo(-1234);
        assertThat(Money.ofCents(-1234)).isEqualTo(new BigDecimal("-12.34"));
    }
}
