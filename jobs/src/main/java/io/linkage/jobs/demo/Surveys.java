package io.linkage.jobs.demo;

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

    static final double FAULTY_SHARE = 0.002;
    static final double ASKED_AFTER_CONTACT_SHARE = 0.5;
    static final double ASKED_A_QUARTER_SHARE = 0.08;
    private static final int QUARTER_DAYS = 91;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Surveys() {}

    private static void make(World world, long customer, Sink sink) {
        Life life = Life.of(world.plan(), customer);
        double loyalty = life.leaving() - world.plan().purchases().meanLeaving();
        for (Contacts.Contact contact : Contacts.of(world, customer, life)) {
            Draws draws = world.draws("survey-contact", customer, contact.order());
            int day = contact.day() + 1 + draws.below(5);
            if (draws.happens(ASKED_AFTER_CONTACT_SHARE) && day < world.plan().days()) {
                String id = "K" + Customers.number(customer) + "-" + (contact.order() + 1);
                Respondent respondent = Respondent.of(world, "contact", id, customer, day, draws);
                List<Question> questions = Question.afterContact(world, contact, loyalty, draws);
                questions.forEach(question -> answer(respondent, question, draws, sink));
            }
        }
        quarterly(world, customer, life, loyalty, sink);
    }

    private static void quarterly(World world, long customer, Life life, double loyalty, Sink sink) {
        for (int first = 0; first < world.plan().days(); first += QUARTER_DAYS) {
            Draws draws = world.draws("survey-quarter", customer, first);
            int day = first + draws.below(QUARTER_DAYS);
            boolean customerByThen = life.orders() > 0 && life.firstDay() < day;
            if (draws.happens(ASKED_A_QUARTER_SHARE)
                    && customerByThen
                    && day < world.plan().days()) {
                String id = "R" + Customers.number(customer) + "-" + (first / QUARTER_DAYS + 1);
                Respondent respondent = Respondent.of(world, "relation", id, customer, day, draws);
                List<Question> questions = Question.aboutCompany(loyalty, draws);
                questions.forEach(question -> answer(respondent, question, draws, sink));
            }
        }
    }

    /** One of four faults at times: each row then goes to quarantine, or is the second of two. */
    private static void answer(Respondent respondent, Question question, Draws draws, Sink sink) {
        double fault = draws.uniform() / FAULTY_SHARE;
        String answer = Integer.toString(question.answer());
        if (fault >= 4) {
            row(respondent, respondent.answeredAt(), question, answer, sink);
        } else if (fault >= 3) {
            row(respondent, respondent.answeredAt(), question, answer, sink);
            row(respondent, respondent.answeredAt(), question, answer, sink);
            sink.dirty("exact duplicate");
        } else if (fault >= 2) {
            row(respondent, respondent.answeredAt(), question, Integer.toString(question.most() + 1), sink);
            sink.dirty("answer off the scale");
        } else if (fault >= 1) {
            row(respondent, respondent.answeredAt(), question, "ten", sink);
            sink.dirty("text in a number");
        } else {
            row(respondent, "2026-02-30 10:00:00", question, answer, sink);
            sink.dirty("impossible date");
        }
    }

    private static void row(Respondent respondent, String answeredAt, Question question, String answer, Sink sink) {
        sink.row(
                respondent.quarter(),
                respondent.survey(),
                respondent.id(),
                respondent.customer(),
                answeredAt,
                question.code(),
                question.instrument(),
                question.level(),
                question.subject(),
                question.moment(),
                question.unit(),
                Integer.toString(question.least()),
                Integer.toString(question.most()),
                answer,
                "1");
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
