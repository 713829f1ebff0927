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
            Domain.CODE.oneOf(STATED, SEGMENT, NONE),
            INTERNAL,
            "Who said it: the customer, those asked in the segment, or nobody");
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
    public static final Field WALLET_SHARE =
            T.optional("wallet_share", Domain.SHARE, INTERNAL, "The customer's own share, else that of the segment");
    public static final Field WALLET_AMOUNT = T.optional(
            "wallet_amount", BALANCE, INTERNAL, "Net revenue of the last 365 days divided by the share of wallet");
    public static final Field POTENTIAL_AMOUNT =
            T.optional("potential_amount", BALANCE, INTERNAL, "The part of the wallet that goes elsewhere");
    public static final Field POTENTIAL_VALUE_AMOUNT = T.optional(
            "potential_value_amount",
            BALANCE,
            INTERNAL,
            "Discounted margin within the horizon, at the customer's own margin, of the reachable part of it");

    public static final Table TABLE = T.build();

    private ScoreWallet() {}
}
