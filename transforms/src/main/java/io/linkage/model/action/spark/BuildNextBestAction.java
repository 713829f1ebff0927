package io.linkage.model.action.spark;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.action.Decision;
import io.linkage.model.action.Frontier;
import io.linkage.model.action.Limit;
import io.linkage.model.action.Offer;
import io.linkage.model.action.Places;
import io.linkage.model.action.Round;
import io.linkage.model.action.Sentence;
import io.linkage.model.action.Spending;
import io.linkage.settings.ActionSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimProduct;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctConsent;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.NextBestAction;
import io.linkage.table.score.ScoreProspect;
import io.linkage.table.score.ScoreWinBack;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** The best action of each customer that consent, contacts, places and budget leave, or nothing. */
public final class BuildNextBestAction {
    public static final Build BUILD = Build.of(NextBestAction.TABLE)
            .reads(
                    BuildNextBestAction::from,
                    CustomerValue.TABLE,
                    DimCustomer.TABLE,
                    FctConsent.TABLE,
                    FctCampaignContact.TABLE,
                    FctOrderLine.TABLE,
                    DimProduct.TABLE,
                    ScoreWinBack.TABLE,
                    ScoreProspect.TABLE);

    /** What differs from customer to customer, in the order of {@link #row}. */
    private static final List<Field> DECIDED = List.of(
            NextBestAction.CUSTOMER_KEY,
            NextBestAction.ACTION_CODE,
            NextBestAction.SUBJECT_CODE,
            NextBestAction.ACT_UNTIL_DATE,
            NextBestAction.BASIS_CODE,
            NextBestAction.ACTION_PROBABILITY,
            NextBestAction.STAKE_AMOUNT,
            NextBestAction.COST_AMOUNT,
            NextBestAction.EXPECTED_AMOUNT,
            NextBestAction.ALTERNATIVE_CODE,
            NextBestAction.ALTERNATIVE_AMOUNT,
            NextBestAction.BETTER_CODE,
            NextBestAction.BETTER_AMOUNT,
            NextBestAction.LIMIT_CODE,
            NextBestAction.IS_CONTROL,
            NextBestAction.PLANNED_CODE,
            NextBestAction.TREATMENT_PROBABILITY,
            NextBestAction.WHY);

    private BuildNextBestAction() {}

    static Dataset<Row> from(Inputs in) {
        return from(in, Planning.FEW);
    }

    static Dataset<Row> from(Inputs in, int few) {
        ActionSettings settings = in.settings(ActionSettings.class);
        Round round = Round.of(in.asOf(), settings.roundDays(), settings.controlShare());
        Dataset<Row> offers = kept(Offers.of(in, round), settings);
        Plan plan = new Planning(settings, round, few).of(offers);
        Dataset<Row> decided = offers.map(deciding(plan.places(), plan.spending(), round), Encoders.row(schema()));
        return NextBestAction.TABLE.shape(decided.withColumns(shared(in, plan, round)));
    }

    /** Each limit looks at the offers of all customers once more, and deciding at last. */
    private static Dataset<Row> kept(Dataset<Row> offers, ActionSettings settings) {
        boolean isLimited = !settings.capacityByAction().isEmpty()
                || settings.budgetAmount().isPresent();
        return isLimited ? offers.localCheckpoint(false, StorageLevel.DISK_ONLY()) : offers;
    }

    private static MapFunction<Row, Row> deciding(Places places, Spending spending, Round round) {
        return row -> {
            long customer = row.getLong(0);
            List<Offer> offers = places.given(Offers.read(row), customer, round);
            Frontier frontier = Frontier.of(Offer.allowed(offers), customer, round.number());
            return row(customer, Decision.of(customer, offers, frontier, spending, round), round);
        };
    }

    private static Row row(long customer, Decision decision, Round round) {
        Optional<Offer> done = decision.done();
        return RowFactory.create(
                customer,
                code(done).orElse(NextBestAction.NOTHING),
                done.flatMap(Offer::subject).orElse(null),
                done.map(offer -> Date.valueOf(LocalDate.ofEpochDay(offer.until())))
                        .orElse(null),
                done.map(Offer::basis).orElse(null),
                done.map(Offer::chance).orElse(null),
                done.map(offer -> Money.ofCents(offer.stake())).orElse(null),
                Money.ofCents(done.map(Offer::cost).orElse(0L)),
                Money.ofCents(done.map(Offer::value).orElse(0L)),
                code(decision.alternative()).orElse(null),
                decision.alternative()
                        .map(offer -> Money.ofCents(offer.value()))
                        .orElse(null),
                code(decision.better()).orElse(null),
                decision.better().map(offer -> Money.ofCents(offer.value())).orElse(null),
                decision.limit().map(Limit::code).orElse(null),
                decision.control(),
                code(decision.planned()).orElse(NextBestAction.NOTHING),
                decision.planned().map(offer -> 1 - round.controlShare()).orElse(null),
                Sentence.of(decision));
    }

    private static Map<String, Column> shared(Inputs in, Plan plan, Round round) {
        boolean limited = plan.budget().isPresent();
        return Map.of(
                NextBestAction.AS_OF_DATE.name(), NextBestAction.AS_OF_DATE.is(Days.day(in.asOf())),
                NextBestAction.ROUND_DATE.name(), NextBestAction.ROUND_DATE.is(Days.day(round.first())),
                NextBestAction.BUDGET_AMOUNT.name(),
                        NextBestAction.BUDGET_AMOUNT.is(
                                plan.budget().map(Money::ofCents).orElse(null)),
                NextBestAction.BUDGET_PRICE_RATIO.name(),
                        NextBestAction.BUDGET_PRICE_RATIO.is(
                                limited ? plan.spending().price() : null),
                NextBestAction.PLAN_COST_AMOUNT.name(),
                        NextBestAction.PLAN_COST_AMOUNT.is(
                                limited ? Money.ofCents(plan.spending().cost()) : null),
                NextBestAction.PLAN_VALUE_AMOUNT.name(),
                        NextBestAction.PLAN_VALUE_AMOUNT.is(
                                limited ? Money.ofCents(plan.spending().value()) : null),
                NextBestAction.PLAN_BOUND_AMOUNT.name(),
                        NextBestAction.PLAN_BOUND_AMOUNT.is(
                                limited ? Money.ofCents(plan.spending().bound()) : null),
                NextBestAction.PLAN_GAP_SHARE.name(),
                        NextBestAction.PLAN_GAP_SHARE.is(
                                limited ? plan.spending().gap() : null),
                NextBestAction.NAIVE_VALUE_AMOUNT.name(),
                        NextBestAction.NAIVE_VALUE_AMOUNT.is(limited ? Money.ofCents(plan.naive()) : null));
    }

    private static Optional<String> code(Optional<Offer> offer) {
        return offer.map(Offer::action).map(action -> action.code());
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (Field field : DECIDED) {
            schema = schema.add(field.name(), field.domain().type());
        }
        return schema;
    }
}
