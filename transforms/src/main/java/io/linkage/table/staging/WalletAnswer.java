package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** What customers spend elsewhere, as they say. */
public final class WalletAnswer {
    private static final TableBuilder T = Table.named("stg_wallet_answer", Layer.STAGING)
            .feed("wallet_answer")
            .grain("one row per survey, respondent and category")
            .meaning("What customers say they spend in a category, with how many brands, and where ours ranks.");

    public static final Field SURVEY_CODE =
            T.key("survey_code", Domain.CODE, INTERNAL, "Survey that the answer belongs to");
    public static final Field RESPONDENT_ID =
            T.key("respondent_id", Domain.ID, PSEUDONYMOUS, "Identifier of the respondent within the survey");
    public static final Field CATEGORY_CODE =
            T.key("category_code", Domain.CODE, INTERNAL, "Category of spending that was asked about");
    public static final Field CUSTOMER_SOURCE_ID =
            T.optional("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who answered, if linked");
    public static final Field ANSWERED_AT = T.event("answered_at", Domain.MOMENT, "Moment the answer was given");
    public static final Field BRAND_COUNT = T.required(
            "brand_count",
            Domain.COUNT.between("1", "50"),
            INTERNAL,
            "Brands that the customer uses in the category, ours among them");
    public static final Field OWN_RANK = T.optional(
            "own_rank",
            Domain.RANK,
            INTERNAL,
            "Place of our brand among them, 1 is best; the mean place where brands tie");
    public static final Field STATED_SHARE = T.optional(
            "stated_share", Domain.SHARE, INTERNAL, "Share of the category that the customer says goes to us");
    public static final Field CATEGORY_SPEND_AMOUNT = T.optional(
            "category_spend_amount",
            Domain.AMOUNT.between("0", null),
            INTERNAL,
            "What the customer says to spend in the category in a year");
    public static final Field SAMPLE_WEIGHT =
            T.standard("sample_weight", Domain.SAMPLE_WEIGHT, INTERNAL, "1", "Weight of the respondent in the sample");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = T.rule(
                    "own_rank: BEYOND_BRANDS",
                    "a rank lies within the number of brands",
                    OWN_RANK.col().gt(BRAND_COUNT.col()))
            .build();

    private WalletAnswer() {}
}
