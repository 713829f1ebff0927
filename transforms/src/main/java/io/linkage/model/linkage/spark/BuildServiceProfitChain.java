package io.linkage.model.linkage.spark;

import static io.linkage.table.mart.ServiceProfitChain.ENGAGEMENT;
import static io.linkage.table.mart.ServiceProfitChain.EXPERIENCE;
import static io.linkage.table.mart.ServiceProfitChain.LEAVING;
import static io.linkage.table.mart.ServiceProfitChain.MARGIN;
import static io.linkage.table.mart.ServiceProfitChain.SPEND;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.linkage.Caution;
import io.linkage.model.linkage.Effects;
import io.linkage.model.linkage.EuroChain;
import io.linkage.model.linkage.Link;
import io.linkage.model.linkage.Panel;
import io.linkage.model.linkage.Path;
import io.linkage.model.linkage.Worth;
import io.linkage.settings.LinkageSettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.mart.ServiceProfitChain;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreClv;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Links of engagement, experience, margin, leaving and spend, both ways and at several lags; engagement to margin, and to
 * leaving, spend and euro, through experience.
 */
public final class BuildServiceProfitChain {
    public static final Build BUILD = Build.of(ServiceProfitChain.TABLE)
            .reads(
                    BuildServiceProfitChain::from,
                    FctCustomerEmployee.TABLE,
                    FctSubscription.TABLE,
                    DimOrgUnit.TABLE,
                    ScoreClv.TABLE,
                    ScoreChurn.TABLE);

    private static final int[] LAGS = {1, 3, 6};
    private static final List<String[]> LINKS = List.of(
            new String[] {ENGAGEMENT, EXPERIENCE}, new String[] {EXPERIENCE, MARGIN}, new String[] {ENGAGEMENT, MARGIN
            });

    private static final double LEVEL = 0.9;
    private static final long SEED = 42;

    private BuildServiceProfitChain() {}

    static Dataset<Row> from(Inputs in) {
        UnitMonths units = UnitMonths.of(in);
        List<ChainRow> rows = new ArrayList<>();
        if (!units.isEmpty()) {
            LinkageSettings settings = in.settings(LinkageSettings.class);
            Caution caution = new Caution(settings.leastAnswers(), LEVEL, settings.draws(), SEED);
            Panel panel = units.panel();
            for (int lag : LAGS) {
                rows.addAll(atLag(in.asOf(), panel, lag, caution));
            }
            rows.add(ChainRow.of(
                    in.asOf(), ENGAGEMENT, EXPERIENCE, 0, along(panel, ENGAGEMENT, EXPERIENCE, 0, caution)));
            Map<String, Worth> stakes = Stakes.of(in);
            for (int months : Following.MONTHS) {
                rows.addAll(followed(in.asOf(), panel, months, caution));
                EuroChain chain = EuroChain.of(panel, UnitMonths.chain(months), caution);
                rows.addAll(new EuroRows(in.asOf(), chain, months, units, stakes).rows());
            }
        }
        List<Row> told = rows.stream().map(ChainRow::row).toList();
        return ServiceProfitChain.TABLE.shape(in.one()
                .flatMap(
                        (FlatMapFunction<Row, Row>) any -> told.iterator(),
                        Encoders.row(ServiceProfitChain.TABLE.schema())));
    }

    private static List<ChainRow> atLag(LocalDate asOf, Panel panel, int lag, Caution caution) {
        List<ChainRow> rows = new ArrayList<>();
        for (String[] link : LINKS) {
            rows.add(ChainRow.of(asOf, link[0], link[1], lag, along(panel, link[0], link[1], lag, caution)));
            rows.add(ChainRow.of(asOf, link[1], link[0], lag, against(panel, link[1], link[0], lag, caution)));
        }
        rows.add(ChainRow.of(
                asOf, Path.of(panel, ENGAGEMENT, EXPERIENCE, MARGIN, lag, Effects.UNIT_AND_PERIOD, caution)));
        return rows;
    }

    /** Leaving and spend stand at the month of service: what follows it lies in them, what they are followed by comes after. */
    private static List<ChainRow> followed(LocalDate asOf, Panel panel, int months, Caution caution) {
        List<ChainRow> rows = new ArrayList<>();
        Map<String, String> outcomes =
                new TreeMap<>(Map.of(LEAVING, UnitMonths.leaving(months), SPEND, UnitMonths.spend(months)));
        outcomes.forEach((code, measure) -> {
            rows.add(ChainRow.of(asOf, ENGAGEMENT, code, months, along(panel, ENGAGEMENT, measure, 0, caution)));
            for (String after : List.of(EXPERIENCE, ENGAGEMENT)) {
                rows.add(ChainRow.of(asOf, code, after, months, against(panel, measure, after, months, caution)));
            }
        });
        return rows;
    }

    private static Link along(Panel panel, String from, String to, int lag, Caution caution) {
        return Link.of(panel, from, to, lag, Effects.UNIT_AND_PERIOD, caution);
    }

    /**
     * Beside the outcome's own past: what goes before moves in waves around a unit's mean, so a high wave is followed by a lower
     * one, and what the high one brought would seem to bring the low one.
     */
    private static Link against(Panel panel, String from, String to, int lag, Caution caution) {
        return Link.besidePast(panel, from, to, lag, Effects.UNIT_AND_PERIOD, caution);
    }
}
