package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Market research: after some contacts the customer is asked about the unit that served, and each quarter a sample is
 * asked about the company. All columns as text, as in the agency's export.
 */
final class Surveys {
    /** First column: names the file a row goes to and is not written into it. */
    static final String QUARTER = "quarter";

    static final DemoTable TABLE = new DemoTable(
            "survey_answer",
            "agency",
            List.of("survey", "respondent", "question"),
            Employees.text(
                    QUARTER,
                    "survey",
                    "respondent",
                    "customer_no",
                    "answered_at",
                    "question",
                    "instrument",
                    "level",
                    "subject",
                    "moment",
                    "unit_no",
                    "scale_min",
                    "scale_max",
                    "answer",
                    "weight"),
            world -> world.plan().customers(),
            Surveys::make);

    private static final double TWICE_SHARE = 0.001;
    static final double ASKED_AFTER_CONTACT_SHARE = 0.5;
    static final double ASKED_A_QUARTER_SHARE = 0.08;
    private static final int QUARTER_DAYS = 91;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Surveys() {}

    private static void make(World world, long customer, Sink sink) {
        Life life = world.life(customer);
        double loyalty = life.leaving() - world.plan().purchases().meanLeaving();
        for (Contacts.Contact contact : Contacts.of(world, customer, life)) {
            Draws draws = world.draws("survey-contact", customer, contact.order());
            int day = contact.day() + 1 + draws.below(5);
            if (draws.happens(ASKED_AFTER_CONTACT_SHARE) && day <= world.lastDay()) {
                String id = "K" + Customers.number(customer) + "-" + (contact.order() + 1);
                Respondent respondent = Respondent.of(world, "contact", id, customer, day, draws);
                List<Question> questions = Question.afterContact(world, contact, loyalty, draws);
                questions.forEach(question -> answer(respondent, question, draws, sink));
            }
        }
        quarterly(world, customer, life, loyalty, sink);
        odd(world, customer, sink);
    }

    private static void quarterly(World world, long customer, Life life, double loyalty, Sink sink) {
        for (int first = 0; first < world.plan().days(); first += QUARTER_DAYS) {
            Draws draws = world.draws("survey-quarter", customer, first);
            int day = first + draws.below(QUARTER_DAYS);
            boolean customerByThen = life.orders() > 0 && life.firstDay() < day;
            if (draws.happens(ASKED_A_QUARTER_SHARE) && customerByThen && day <= world.lastDay()) {
                String id = "R" + Customers.number(customer) + "-" + (first / QUARTER_DAYS + 1);
                Respondent respondent = Respondent.of(world, "relation", id, customer, day, draws);
                List<Question> questions = Question.aboutCompany(world, loyalty, draws);
                questions.forEach(question -> answer(respondent, question, draws, sink));
            }
        }
    }

    /** At times the agency delivers an answer twice. */
    private static void answer(Respondent respondent, Question question, Draws draws, Sink sink) {
        Object[] row = row(respondent, question);
        sink.row(row);
        if (draws.happens(TWICE_SHARE)) {
            sink.row(row);
            sink.dirty(Fault.repeated());
        }
    }

    /** Answers of respondents of their own about no moment, unit or customer. */
    private static void odd(World world, long customer, Sink sink) {
        FaultyRows.plant(
                world,
                TABLE,
                SurveyFaults.ALL,
                customer,
                fault -> {
                    Draws draws = world.draws("survey-odd", customer, fault);
                    String id = "X" + Customers.number(customer) + "-" + fault;
                    Respondent respondent = Respondent.of(
                            world,
                            "relation",
                            id,
                            customer,
                            draws.below(world.plan().days()),
                            draws);
                    return row(
                            respondent, Question.aboutCompany(world, 0, draws).get(0));
                },
                sink);
    }

    private static Object[] row(Respondent respondent, Question question) {
        return new Object[] {
            respondent.quarter(),
            respondent.survey(),
            respondent.id(),
            respondent.customer(),
            respondent.answeredAt(),
            question.code(),
            question.instrument(),
            question.level(),
            question.subject(),
            question.moment(),
            question.unit(),
            Integer.toString(question.least()),
            Integer.toString(question.most()),
            Integer.toString(question.answer()),
            "1"
        };
    }

    /** Who answered one questionnaire, and when. */
    private record Respondent(String quarter, String survey, String id, String customer, String answeredAt) {
        private static final double LINKED_SHARE = 0.97;

        static Respondent of(World world, String survey, String id, long customer, int day, Draws draws) {
            LocalDate date = world.plan().day(day);
            String quarter = date.getYear() + "-Q" + (1 + (date.getMonthValue() - 1) / 3);
            return new Respondent(
                    quarter,
                    quarter + "-" + survey,
                    id,
                    draws.happens(LINKED_SHARE) ? Long.toString(Customers.number(customer)) : null,
                    date.atTime(9 + draws.below(12), draws.below(60)).format(MOMENT));
        }
    }
}
