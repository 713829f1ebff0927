package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;

/** Share of wallet of everyone who ever bought. */
public final class ScoreWallet {
    /** The customer said it. */
    public static final String STATED = "stated";
    /** The customer was not asked; those who were, and what is known of all, tell it. */
    public static final String MODELLED = "modelled";
    /** The customers of the segment who were asked said it. */
    public static final String SEGMENT = "segment";
    /** Too few were asked. */
    public static final String NONE = "none";

    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("score_wallet", Layer.SCORE)
            .grain("one row per customer with a purchase and business date")
            .meaning("Which share of what a customer spends in the category goes to us, and what is left to win.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field WALLET_BASIS_CODE = T.required(
            "wallet_basis_code",
            Domain.CODE.oneOf(STATED, MODELLED, SEGMENT, NONE),
            INTERNAL,
            "What it rests on: the customer's own words, the model of those asked, the share of the segment, or nothing");
    public static final Field ANSWER_COUNT =
            T.required("answer_count", Domain.COUNT, INTERNAL, "Answers of the customer in the last 365 days");
    public static final Field STATED_SHARE =
            T.optional("stated_share", Domain.SHARE, INTERNAL, "Mean share that the customer stated");
    public static final Field ALLOCATED_SHARE = T.optional(
            "allocated_share", Domain.SHARE, INTERNAL, "Mean share of the customer by the Wallet Allocation Rule");
    public static final Field EQUAL_SHARE = T.optional(
            "equal_share", Domain.SHARE, INTERNAL, "Mean of one part in as many brands as used: the rule's baseline");
    public static final Field SEGMENT_ANSWER_COUNT =
            T.required("segment_answer_count", Domain.COUNT, INTERNAL, "Customers of the segment who stated a share");
    public static final Field SEGMENT_SHARE = T.optional(
            "segment_share", Domain.SHARE, INTERNAL, "Mean share of the segment, drawn towards that of all segments");
    public static final Field SEGMENT_SHARE_ERROR =
            T.optional("segment_share_error", Domain.ESTIMATE, INTERNAL, "Standard error of the mean of the segment");
    public static final Field ELSEWHERE_PROBABILITY = T.optional(
            "elsewhere_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance that a customer who was not asked buys elsewhere at all; empty where not modelled");
    public static final Field WALLET_SHARE = T.optional(
            "wallet_share", Domain.SHARE, INTERNAL, "The customer's own share, else as modelled, else of the segment");
    public static final Field WALLET_AMOUNT = T.optional(
            "wallet_amount",
            BALANCE,
            INTERNAL,
            "What the customer would say to spend in the category in a year, all brands together, by the basis");
    public static final Field WALLET_LOW_AMOUNT = T.optional(
            "wallet_low_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % band of it: 5 % lie lower; empty where too few were asked to know");
    public static final Field WALLET_HIGH_AMOUNT = T.optional(
            "wallet_high_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Upper end of the 90 % band of it: 5 % lie higher");
    public static final Field REALISTIC_WALLET_AMOUNT = T.optional(
            "realistic_wallet_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Quantile models.wallet.realistic-quantile of what similar buyers spent with us in the last 365 days");
    public static final Field POTENTIAL_AMOUNT = T.optional(
            "potential_amount",
            BALANCE,
            INTERNAL,
            "The wallet less the net revenue of the last 365 days, never below 0: what goes elsewhere");
    public static final Field POTENTIAL_VALUE_AMOUNT = T.optional(
            "potential_value_amount",
            BALANCE,
            INTERNAL,
            "Discounted margin within the horizon, at the customer's own margin, of the reachable part of it");

    public static final Table TABLE = T.build();

    private ScoreWallet() {}
}
