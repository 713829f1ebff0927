package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.TableBuilder;

/** What is known of every question that a customer was asked, whether an answer came or not. */
final class Asked {
    private Asked() {}

    /** Survey or wave. */
    static Field survey(TableBuilder table) {
        return table.key("survey_code", Domain.CODE, INTERNAL, "Survey or wave");
    }

    /** Respondent within the survey. */
    static Field respondent(TableBuilder table) {
        return table.key("respondent_id", Domain.ID, PSEUDONYMOUS, "Respondent within the survey");
    }

    /** Customer, whatever the version. */
    static Field customer(TableBuilder table) {
        return table.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    }

    /** Unit that had served, as it was then. */
    static Field unitVersion(TableBuilder table) {
        return table.reference("unit_sk", DimOrgUnit.UNIT_SK, "Unit that had served");
    }

    /** The same unit, whatever the version. */
    static Field unit(TableBuilder table) {
        return table.required("unit_key", Domain.KEY, INTERNAL, "Unit that had served, whatever the version");
    }

    /** Instrument of the question. */
    static Field instrument(TableBuilder table) {
        return table.required("instrument_code", Domain.CODE, INTERNAL, "Instrument the question belongs to");
    }

    /** What the question is about. */
    static Field level(TableBuilder table) {
        return table.required("level_code", Domain.CODE, INTERNAL, "What the question is about");
    }

    /** Which one of these. */
    static Field subject(TableBuilder table) {
        return table.required("subject_code", Domain.CODE, INTERNAL, "Which unit, value, process or attribute");
    }

    /** Moment of truth. */
    static Field moment(TableBuilder table) {
        return table.optional("moment_code", Domain.CODE, INTERNAL, "Moment of truth in the customer's journey");
    }
}
