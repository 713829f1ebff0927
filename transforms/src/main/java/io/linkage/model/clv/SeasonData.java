package io.linkage.model.clv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * What tells the season of a company: who came when, and how often everybody together bought again.
 *
 * @param firstDays customers by the day of their first purchase
 * @param repeats repeat purchase days of all customers by calendar month
 * @param end last day of both
 */
public record SeasonData(Map<LocalDate, Long> firstDays, Map<YearMonth, Long> repeats, LocalDate end) {}
