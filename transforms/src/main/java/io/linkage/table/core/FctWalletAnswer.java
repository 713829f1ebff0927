package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Wallets as customers state them, up to the business date. */
public final class FctWalletAnswer {
    private static final TableBuilder T = Table.named("fct_wallet_answer", Layer.CORE)
            .grain("one row per survey, respondent and category")
            .meaning("What customers say they spend in a category, and the share that ours has of it by each rule.");

    public static final Field SURVEY_CODE =
            T.key("survey_code", Domain.CODE, INTERNAL, "Survey that the answer belongs to");
    public static final Field RESPONDENT_ID =
            T.key("respondent_id", Domain.ID, PSEUDONYMOUS, "Respondent within the survey");
    public static final Field CATEGORY_CODE = T.key("category_code", Domain.CODE, INTERNAL, "Category of spending");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of the answer");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field ANSWER_DATE_KEY = T.reference("answer_date_key", DimDate.DATE_KEY, "Day of the answer");
    public static final Field ANSWER_DATE =
            T.required("answer_date", Domain.DATE, INTERNAL, "Day of the answer in the company's time zone");
    public static final Field BRAND_COUNT =
            T.required("brand_count", Domain.COUNT, INTERNAL, "Brands that the customer uses in the category");
    public static final Field OWN_RANK =
            T.optional("own_rank", Domain.RANK, INTERNAL, "Place of our brand among them, 1 is best");
    public static final Field STATED_SHARE = T.optional(
            "stated_share", Domain.SHARE, INTERNAL, "Share of the category that the customer says goes to us");
    public static final Field ALLOCATED_SHARE = T.optional(
            "allocated_share",
            Domain.SHARE,
            INTERNAL,
            "Share by the Wallet Allocation Rule from rank and number of brands");
    public static final Field EQUAL_SHARE =
            T.required("equal_share", Domain.SHARE, INTERNAL, "Share if all brands used had the same: its baseline");
    public static final Field CATEGORY_SPEND_AMOUNT = T.optional(
            "category_spend_amount",
            Domain.AMOUNT,
            INTERNAL,
            "What the customer says to spend in the category in a year");
    public static final Field SAMPLE_WEIGHT =
            T.required("sample_weight", Domain.SAMPLE_WEIGHT, INTERNAL, "Weight of the respondent in the sample");

    public static final Table TABLE = T.build();

    private FctWalletAnswer() {}
}
