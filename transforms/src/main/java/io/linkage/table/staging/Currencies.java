package io.linkage.table.staging;

import static org.apache.spark.sql.functions.not;

import io.linkage.contract.Field;
import io.linkage.contract.TableBuilder;
import java.util.Currency;

/** What every currency code promises, whatever is paid in it. */
final class Currencies {
    private static final Object[] CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toArray();

    private Currencies() {}

    /** A currency is one that ISO 4217 lists, or once did. */
    static TableBuilder rule(TableBuilder table, Field currency) {
        return table.rule(
                currency.name() + ": NO_CURRENCY",
                "a currency is named by its code in ISO 4217",
                not(currency.col().isin(CODES)));
    }
}
