package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Inputs;
import io.linkage.model.action.Limit;
import io.linkage.model.action.Offer;
import io.linkage.model.action.Round;
import io.linkage.settings.Action;
import io.linkage.settings.ActionSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.NextBestAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Every customer with all offers: a row of key and offers, each a struct or null. */
final class Offers {
    /** One small class per action; an action joins by a line here. */
    static final List<Candidate> CANDIDATES = List.of(
            new Keep(),
            new WinBack(),
            new Win(),
            new CrossSell(),
            new UpSell(),
            new DeepSell(),
            new ServeCheaper(),
            new AskToRecommend());

    private static final StructType OFFER = new StructType()
            .add("action", DataTypes.IntegerType)
            .add("subject", DataTypes.StringType)
            .add("basis", DataTypes.StringType)
            .add("chance", DataTypes.DoubleType)
            .add("stake", DataTypes.LongType)
            .add("cost", DataTypes.LongType)
            .add("until", DataTypes.LongType)
            .add("limit", DataTypes.StringType);

    private static final String IS_GONE = "_is_gone";
    private static final int CENTS = 100;
    /** Of a chance, so that the row's own figures give its value. */
    private static final int DECIMALS = 6;

    private Offers() {}

    /** From the customers of the night. */
    static Dataset<Row> of(Inputs in, Round round) {
        ActionSettings settings = in.settings(ActionSettings.class);
        Restraints restraints = new Restraints(settings);
        List<Candidate> candidates = CANDIDATES.stream()
                .filter(candidate -> settings.centsByAction().containsKey(candidate.action()))
                .toList();
        Dataset<Row> customers = Baskets.beside(in, restraints.beside(in, customers(in)));
        for (Candidate candidate : candidates) {
            customers = candidate.beside(in, customers);
        }
        Column[] offers = Stream.concat(
                        Stream.of(lit(null).cast(OFFER)),
                        candidates.stream().map(candidate -> offer(in, candidate, settings, restraints, round)))
                .toArray(Column[]::new);
        return customers.select(CustomerValue.CUSTOMER_KEY.col(), array(offers).as("_offers"));
    }

    /** All customers, and whether their source has dropped them: whose account is closed is left alone. */
    private static Dataset<Row> customers(Inputs in) {
        Dataset<Row> dropped = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.IS_CURRENT.col().and(DimCustomer.IS_DELETED.col()))
                .select(DimCustomer.CUSTOMER_KEY.col(), lit(true).as(IS_GONE));
        return in.rows(CustomerValue.TABLE).join(dropped, new String[] {CustomerValue.CUSTOMER_KEY.name()}, "left");
    }

    private static Column offer(
            Inputs in, Candidate candidate, ActionSettings settings, Restraints restraints, Round round) {
        Action action = candidate.action();
        Double effect = settings.effectByAction().get(action);
        Column chance = round(least(lit(1.0), candidate.probability().multiply(lit(effect))), DECIMALS);
        Column stake = round(candidate.stake().cast("double").multiply(CENTS)).cast("bigint");
        // Asked of what is not rounded yet: rounding of doubles is dear.
        Column known = col(IS_GONE)
                .isNull()
                .and(candidate.applies())
                .and(candidate.probability().isNotNull())
                .and(candidate.stake().isNotNull());
        return when(
                known,
                struct(
                                lit(action.ordinal()),
                                candidate.subject().cast("string"),
                                lit(NextBestAction.ASSUMED),
                                chance,
                                stake,
                                lit(settings.centsByAction().get(action)),
                                lit(candidate.until(in, round.last()).toEpochDay()),
                                restraints.limit(action))
                        .cast(OFFER));
    }

    /** The offers of a row. */
    static List<Offer> read(Row row) {
        List<Offer> offers = new ArrayList<>();
        for (Row offer : row.<Row>getList(1)) {
            if (offer != null) {
                offers.add(new Offer(
                        Action.values()[offer.getInt(0)],
                        Optional.ofNullable(offer.getString(1)),
                        offer.getString(2),
                        offer.getDouble(3),
                        offer.getLong(4),
                        offer.getLong(5),
                        offer.getLong(6),
                        Optional.ofNullable(offer.getString(7)).map(Limit::valueOf)));
            }
        }
        return offers;
    }
}
