package io.linkage.jobs.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linkage.model.clv.backtest.Decile;
import io.linkage.model.clv.backtest.Forecast;
import io.linkage.model.clv.backtest.PastForecast;
import io.linkage.model.clv.backtest.Week;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Everything that a backtest found, for programs: one line per day, measure and model as CSV; deciles and weeks too as JSON. */
final class Figures {
    private static final List<String> HEADER = List.of(
            "forecast_date",
            "weeks",
            "measure",
            "model",
            "is_naive",
            "customers",
            "forecast",
            "came",
            "mae",
            "mae_low",
            "mae_high",
            "bias",
            "bias_low",
            "bias_high",
            "top_decile_share",
            "seen");

    private Figures() {}

    static String csv(List<PastForecast> days) throws IOException {
        StringWriter text = new StringWriter();
        CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        printer.printRecord(HEADER);
        for (PastForecast day : days) {
            for (Forecast forecast : day.forecasts()) {
                printer.printRecord(line(day, forecast));
            }
        }
        return text.toString();
    }

    private static List<Object> line(PastForecast day, Forecast forecast) {
        List<Object> values = new ArrayList<>(List.of(
                day.date(),
                day.weeks(),
                forecast.measure(),
                forecast.model(),
                !forecast.model().equals(day.model()),
                forecast.customers()));
        for (double number : numbers(forecast)) {
            values.add(Double.isFinite(number) ? number : null);
        }
        values.add(seen(day));
        return values;
    }

    private static double[] numbers(Forecast forecast) {
        return new double[] {
            forecast.forecast(),
            forecast.came(),
            forecast.mae().estimate(),
            forecast.mae().low(),
            forecast.mae().high(),
            forecast.bias().estimate(),
            forecast.bias().low(),
            forecast.bias().high(),
            forecast.capture()
        };
    }

    static ArrayNode json(List<PastForecast> days) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (PastForecast day : days) {
            ObjectNode node = all.addObject();
            node.put("forecast_date", day.date().toString());
            node.put("weeks", day.weeks());
            node.put("model", day.model());
            node.put("reason", day.reason());
            node.put("seen", seen(day));
            ArrayNode forecasts = node.putArray("forecasts");
            day.forecasts().forEach(forecast -> add(forecasts.addObject(), day, forecast));
            ArrayNode curve = node.putArray("curve");
            day.curve().forEach(week -> add(curve.addObject(), week));
        }
        return all;
    }

    private static void add(ObjectNode node, PastForecast day, Forecast forecast) {
        List<Object> line = line(day, forecast);
        for (int column = 2; column < HEADER.size() - 1; column++) {
            node.putPOJO(HEADER.get(column), line.get(column));
        }
        ArrayNode deciles = node.putArray("deciles");
        for (Decile decile : forecast.deciles()) {
            deciles.addObject()
                    .put("number", decile.number())
                    .put("customers", decile.customers())
                    .put("forecast", decile.forecast())
                    .put("came", decile.came());
        }
    }

    private static void add(ObjectNode node, Week week) {
        node.put("week", week.number()).put("came", week.came()).put("expected", week.expected());
    }

    private static String seen(PastForecast day) {
        return day.asKnown() ? "loaded-by-then" : "happened-by-then";
    }
}
