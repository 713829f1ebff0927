package io.linkage.model.clv.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * A tenth of the customers in the order of their forecasts, 1 the lowest.
 *
 * @param number 1 to 10
 * @param customers how many; parts of one who stands across a border
 * @param forecast mean of what was forecast
 * @param came mean of what then came
 */
public record Decile(int number, double customers, double forecast, double came) {
    private static final int TENTHS = 10;

    /** The ten of buckets in rising order; a bucket across a border is divided as if all in it were alike. */
    public static List<Decile> of(List<Bucket> buckets) {
        double each = buckets.stream().mapToLong(Bucket::customers).sum() / (double) TENTHS;
        List<Decile> deciles = new ArrayList<>();
        int at = 0;
        double taken = 0;
        for (int number = 1; number <= TENTHS; number++) {
            double room = each;
            double forecast = 0;
            double came = 0;
            while (room > 1e-9 * each && at < buckets.size()) {
                Bucket bucket = buckets.get(at);
                double part = Math.min(room, bucket.customers() - taken);
                forecast += bucket.forecast() * part / bucket.customers();
                came += bucket.came() * part / bucket.customers();
                room -= part;
                taken += part;
                if (taken >= bucket.customers() - 1e-9 * each) {
                    at++;
                    taken = 0;
                }
            }
            double customers = each - room;
            deciles.add(new Decile(number, customers, forecast / customers, came / customers));
        }
        return deciles;
    }

    /** Share of all that came which the tenth with the highest forecasts brought; NaN where nothing came. */
    public static double capture(List<Decile> deciles) {
        double all = deciles.stream()
                .mapToDouble(decile -> decile.came() * decile.customers())
                .sum();
        Decile top = deciles.get(deciles.size() - 1);
        return all > 0 ? top.came() * top.customers() / all : Double.NaN;
    }
}
