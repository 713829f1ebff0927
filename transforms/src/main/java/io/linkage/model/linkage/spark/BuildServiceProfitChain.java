package io.linkage.model.linkage.spark;

import static io.linkage.table.mart.ServiceProfitChain.ENGAGEMENT;
import static io.linkage.table.mart.ServiceProfitChain.EXPERIENCE;
import static io.linkage.table.mart.ServiceProfitChain.MARGIN;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.linkage.Caution;
import io.linkage.model.linkage.Cell;
import io.linkage.model.linkage.Effect;
import io.linkage.model.linkage.Effects;
import io.linkage.model.linkage.IndirectEffect;
import io.linkage.model.linkage.Link;
import io.linkage.model.linkage.Panel;
import io.linkage.model.linkage.Path;
import io.linkage.settings.LinkageSettings;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.mart.ServiceProfitChain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Links of engagement, experience and margin, both ways and at several lags, and engagement to margin through experience. */
public final class BuildServiceProfitChain {
    public static final Build BUILD =
            Build.of(ServiceProfitChain.TABLE).reads(BuildServiceProfitChain::from, FctCustomerEmployee.TABLE);

    private static final int[] LAGS = {1, 3, 6};
    private static final List<String[]> LINKS = List.of(
            new String[] {ENGAGEMENT, EXPERIENCE},
            new String[] {EXPERIENCE, ENGAGEMENT},
            new String[] {EXPERIENCE, MARGIN},
            new String[] {MARGIN, EXPERIENCE},
            new String[] {ENGAGEMENT, MARGIN},
            new String[] {MARGIN, ENGAGEMENT});

    private static final double LEVEL = 0.9;
    private static final long SEED = 42;

    private BuildServiceProfitChain() {}

    static Dataset<Row> from(Inputs in) {
        List<Cell> cells = UnitMonths.cells(in);
        List<List<Column>> rows = new ArrayList<>();
        if (!cells.isEmpty()) {
            LinkageSettings settings = in.settings(LinkageSettings.class);
            Caution caution = new Caution(settings.leastAnswers(), LEVEL, settings.draws(), SEED);
            Panel panel = UnitMonths.panel(cells);
            for (int lag : LAGS) {
                for (String[] link : LINKS) {
                    rows.add(row(in.asOf(), Link.of(panel, link[0], link[1], lag, Effects.UNIT_AND_PERIOD, caution)));
                }
                rows.add(row(
                        in.asOf(),
                        Path.of(panel, ENGAGEMENT, EXPERIENCE, MARGIN, lag, Effects.UNIT_AND_PERIOD, caution)));
            }
        }
        return Literals.rows(in.one(), ServiceProfitChain.TABLE, rows);
    }

    private static List<Column> row(LocalDate asOf, Link link) {
        Optional<Effect> effect = link.effect();
        return List.of(
                ServiceProfitChain.AS_OF_DATE.is(Days.day(asOf)),
                ServiceProfitChain.CAUSE_CODE.is(link.from()),
                ServiceProfitChain.OUTCOME_CODE.is(link.to()),
                ServiceProfitChain.THROUGH_CODE.is(ServiceProfitChain.DIRECTLY),
                ServiceProfitChain.LAG_MONTHS.is(link.lag()),
                ServiceProfitChain.UNIT_COUNT.is((long) link.units()),
                ServiceProfitChain.UNIT_MONTH_COUNT.is((long) link.rows()),
                ServiceProfitChain.VERDICT_CODE.is(link.verdict().code().name()),
                ServiceProfitChain.REASON.is(link.verdict().reason()),
                figure(ServiceProfitChain.EFFECT_ESTIMATE, effect, Effect::value),
                figure(ServiceProfitChain.LOW_ESTIMATE, effect, Effect::low),
                figure(ServiceProfitChain.HIGH_ESTIMATE, effect, Effect::high),
                figure(ServiceProfitChain.STANDARD_ERROR, effect, Effect::error),
                figure(ServiceProfitChain.CHANCE_PROBABILITY, effect, Effect::chance),
                figure(ServiceProfitChain.LEAST_VISIBLE_ESTIMATE, effect, Effect::leastVisible),
                figure(ServiceProfitChain.NEEDED_UNIT_COUNT, effect, Effect::unitsNeeded));
    }

    private static List<Column> row(LocalDate asOf, Path path) {
        Optional<IndirectEffect> effect = path.effect();
        return List.of(
                ServiceProfitChain.AS_OF_DATE.is(Days.day(asOf)),
                ServiceProfitChain.CAUSE_CODE.is(path.from()),
                ServiceProfitChain.OUTCOME_CODE.is(path.to()),
                ServiceProfitChain.THROUGH_CODE.is(path.through()),
                ServiceProfitChain.LAG_MONTHS.is(path.lag()),
                ServiceProfitChain.UNIT_COUNT.is((long) path.units()),
                ServiceProfitChain.UNIT_MONTH_COUNT.is((long) path.rows()),
                ServiceProfitChain.VERDICT_CODE.is(path.verdict().code().name()),
                ServiceProfitChain.REASON.is(path.verdict().reason()),
                figure(ServiceProfitChain.EFFECT_ESTIMATE, effect, IndirectEffect::effect),
                figure(ServiceProfitChain.LOW_ESTIMATE, effect, IndirectEffect::low),
                figure(ServiceProfitChain.HIGH_ESTIMATE, effect, IndirectEffect::high),
                ServiceProfitChain.STANDARD_ERROR.unknown(),
                ServiceProfitChain.CHANCE_PROBABILITY.unknown(),
                ServiceProfitChain.LEAST_VISIBLE_ESTIMATE.unknown(),
                ServiceProfitChain.NEEDED_UNIT_COUNT.unknown());
    }

    /** A figure, or none where there is no effect, an end has no limit, or no number of units would do. */
    private static <E> Column figure(Field field, Optional<E> effect, ToDoubleFunction<E> of) {
        return effect.map(of::applyAsDouble)
                .filter(value -> Math.abs(value) < Long.MAX_VALUE)
                .map(field::is)
                .orElseGet(field::unknown);
    }
}
