package io.linkage.model.registry;

import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Days;
import io.linkage.column.Finite;
import io.linkage.table.ops.Model;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * One parameter of one model as {@code ops_model} holds it; NaN and negative counts are no value.
 *
 * @param fit what all parameters of the model share
 * @param parameter its name
 * @param estimate its value
 * @param error its standard error
 * @param mean of the feature that it belongs to
 * @param text what is no number; empty where there is none
 */
public record ModelEntry(Fit fit, String parameter, double estimate, double error, double mean, String text) {
    /** Model and parameter where nothing could be fitted. */
    public static final String NONE = "none";
    /** No such count. */
    public static final long UNCOUNTED = -1;

    /** A number. */
    public ModelEntry(Fit fit, String parameter, double estimate, double error, double mean) {
        this(fit, parameter, estimate, error, mean, "");
    }

    /** What is no number. */
    public static ModelEntry text(Fit fit, String parameter, String text) {
        return new ModelEntry(fit, parameter, Double.NaN, Double.NaN, Double.NaN, text);
    }

    /**
     * One model of one subject.
     *
     * @param subject what is modelled
     * @param model its name
     * @param role champion, challenger, refused, baseline or fold
     * @param status verdict of the guards
     * @param reason the verdict in words
     * @param logLikelihood at its maximum
     * @param examples that entered the fit
     * @param events among them
     * @param lastDay last day whose events entered the fit
     * @param selectionError mean Poisson deviance out of time
     */
    public record Fit(
            String subject,
            String model,
            String role,
            String status,
            String reason,
            double logLikelihood,
            long examples,
            long events,
            LocalDate lastDay,
            double selectionError) {
        /** A model that was not tried out of time. */
        public Fit(
                String subject,
                String model,
                String role,
                String status,
                String reason,
                double logLikelihood,
                long examples,
                long events,
                LocalDate lastDay) {
            this(subject, model, role, status, reason, logLikelihood, examples, events, lastDay, Double.NaN);
        }
    }

    /** The row of a night. */
    public List<Column> row(LocalDate asOf) {
        return List.of(
                Model.AS_OF_DATE.is(Days.day(asOf)),
                Model.SUBJECT_CODE.is(fit.subject()),
                Model.MODEL_CODE.is(fit.model()),
                Model.PARAMETER_CODE.is(parameter),
                Model.ROLE_CODE.is(fit.role()),
                Model.STATUS_CODE.is(fit.status()),
                Model.REASON.is(fit.reason()),
                Model.PARAMETER_ESTIMATE.is(Finite.orEmpty(estimate)),
                Model.PARAMETER_TEXT.is(text.isEmpty() ? lit(null) : lit(text)),
                Model.MEAN_ESTIMATE.is(Finite.orEmpty(mean)),
                Model.STANDARD_ERROR.is(Finite.orEmpty(error)),
                Model.LOG_LIKELIHOOD_ESTIMATE.is(Finite.orEmpty(fit.logLikelihood())),
                Model.SELECTION_ERROR_ESTIMATE.is(Finite.orEmpty(fit.selectionError())),
                Model.CUSTOMER_COUNT.is(Finite.countOrEmpty(fit.examples())),
                Model.EVENT_COUNT.is(Finite.countOrEmpty(fit.events())),
                Model.CALIBRATION_END_DATE.is(Days.day(fit.lastDay())));
    }
}
