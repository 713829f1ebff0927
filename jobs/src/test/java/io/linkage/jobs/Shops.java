package io.linkage.jobs;

import io.linkage.contract.Build;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.jobs.job.JobName;
import io.linkage.jobs.job.Plan;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.RepositorySettings;
import io.linkage.jobs.settings.RunSettings;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A warehouse of two tables, for tests of the machinery. */
public final class Shops {
    private Shops() {}

    /** Replaced whole every night. */
    public static final class Shop {
        private static final TableBuilder T =
                Table.named("dim_shop", Layer.CORE).grain("one row per shop").meaning("Shops of the company.");
        public static final Field SHOP_KEY =
                T.key("shop_key", Domain.KEY, Privacy.INTERNAL, "Warehouse key of the shop");
        public static final Field OWNER_NAME =
                T.optional("owner_name", Domain.TEXT, Privacy.PERSONAL, "Name of the owner");
        public static final Table TABLE = T.build();

        private Shop() {}
    }

    /** Replaced by slice. */
    public static final class Sales {
        private static final TableBuilder T = Table.named("mart_shop_sales", Layer.MART)
                .grain("one row per shop and business date")
                .meaning("Sales of each shop.");
        public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
        public static final Field SHOP_KEY = T.referenceKey("shop_key", Shop.SHOP_KEY, "The shop that sold");
        public static final Field ORDER_COUNT =
                T.required("order_count", Domain.COUNT, Privacy.INTERNAL, "Orders so far");
        public static final Table TABLE = T.build();

        private Sales() {}
    }

    /** Rows of shops with these keys. */
    public static Dataset<Row> shops(Long... keys) {
        List<Row> rows =
                Arrays.stream(keys).map(key -> RowFactory.create(key, "Erika")).toList();
        return TestSpark.session().createDataFrame(rows, Shop.TABLE.schema());
    }

    /** One row of sales. */
    public static Dataset<Row> sales(LocalDate date, Long shop, Long orders) {
        return TestSpark.session()
                .createDataFrame(List.of(RowFactory.create(Date.valueOf(date), shop, orders)), Sales.TABLE.schema());
    }

    /** Two shops, made from nothing. */
    public static final Build SHOP_BUILD = Build.of(Shop.TABLE)
            .reads(in -> Shop.TABLE.shape(in.one()
                    .select(Shop.SHOP_KEY.is(1L), Shop.OWNER_NAME.is("Erika"))
                    .union(in.one().select(Shop.SHOP_KEY.is(2L), Shop.OWNER_NAME.unknown()))));

    /** As many orders as the day of the month, for each shop. */
    public static final Build SALES_BUILD = Build.of(Sales.TABLE)
            .reads(
                    in -> Sales.TABLE.shape(in.rows(Shop.TABLE)
                            .select(
                                    Sales.AS_OF_DATE.is(Date.valueOf(in.asOf())),
                                    Shop.SHOP_KEY.col(),
                                    Sales.ORDER_COUNT.is((long) in.asOf().getDayOfMonth()))),
                    Shop.TABLE);

    /** A plan of these builds. */
    public static Plan plan(Build... builds) {
        return Plan.of(
                company(), List.of(), Map.of(JobName.MART, List.of(builds)), (spark, source, asOf) -> null, Map.of());
    }

    /** A company without sources. */
    public static Company company() {
        return new Company(
                "shops",
                Path.of("."),
                Map.of(),
                Map.of(
                        RepositorySettings.class,
                        new RepositorySettings(Optional.empty(), Optional.empty(), Optional.empty()),
                        RunSettings.class,
                        new RunSettings(2, 4)));
    }
}
