package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.linkage.model.random.Draws;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Engagement answers of the HR export: half-yearly waves, one question per construct, on a scale of 1 to 5. */
final class Engagement {
    static final DemoTable TABLE = new DemoTable(
            "engagement_answer",
            "hr",
            List.of("employee_no", "wave_date", "question"),
            new StructType()
                    .add("employee_no", StringType)
                    .add("wave_date", DateType)
                    .add("question", StringType)
                    .add("construct", StringType)
                    .add("answer", DoubleType),
            world -> world.staff().employees(),
            Engagement::make);

    private static final double ODD_SHARE = 0.001;
    static final double PERSON_DEVIATION = 0.5;
    static final double ANSWER_DEVIATION = 0.6;
    private static final double RESPONSE_SHARE = 0.8;
    /** In the order of the questions; the last five ask where energy leaks away, with the share that disagrees. */
    static final List<Construct> CONSTRUCTS = List.of(
            Construct.engaged("engagement"),
            Construct.engaged("energy"),
            Construct.leaking("listening", 0.55),
            Construct.leaking("room-to-solve", 0.4),
            Construct.leaking("management-example", 0.5),
            Construct.leaking("distinctiveness", 0.25),
            Construct.leaking("improvements", 0.7));

    /** Answers to questions of their own: the others keep their truth. */
    private static final List<Fault> FAULTS = List.of(
            Fault.refused("answer off the scale", "answer", 9.0, "answer_score: OFF_SCALE"),
            Fault.refused("no number at all", "answer", Double.NaN, "answer_score: NUMBER_FORMAT"),
            Fault.refused("word of no list", "construct", "mood", "construct_code: RANGE"));

    private Engagement() {}

    private static void make(World world, long number, Sink sink) {
        int employee = (int) number;
        Spell spell = Spell.first(world.plan(), employee);
        double person =
                PERSON_DEVIATION * world.draws("engagement-person", employee).normal();
        for (int wave = 0; wave < world.staff().waves(); wave++) {
            Draws draws = world.draws("engagement", employee, wave);
            boolean present = spell.holds(Staff.waveDay(wave))
                    && Staff.waveDay(wave) < world.plan().days();
            if (present && draws.happens(RESPONSE_SHARE)) {
                double level =
                        world.staff().engagement(world.staff().unitOf(employee).index(), wave) + person;
                answers(world, employee, wave, level, draws, sink);
            }
        }
    }

    private static void answers(World world, int employee, int wave, double level, Draws draws, Sink sink) {
        for (int question = 0; question < CONSTRUCTS.size(); question++) {
            Construct construct = CONSTRUCTS.get(question);
            double felt = level - construct.lower() + ANSWER_DEVIATION * draws.normal();
            Object[] row = {
                Employees.number(employee),
                world.plan().day(Staff.waveDay(wave)),
                "E" + (question + 1),
                construct.code(),
                Math.max(1, Math.min(5, Math.rint(felt)))
            };
            sink.row(row);
            if (draws.happens(ODD_SHARE)) {
                sink.row(row);
                sink.dirty(Fault.repeated());
            }
            if (draws.happens(ODD_SHARE)) {
                odd(row, FAULTS.get(draws.below(FAULTS.size())), sink);
            }
        }
    }

    private static void odd(Object[] row, Fault fault, Sink sink) {
        Object[] changed = row.clone();
        changed[TABLE.columns().fieldIndex("question")] =
                changed[TABLE.columns().fieldIndex("question")] + "x";
        changed[TABLE.columns().fieldIndex(fault.column())] = fault.value();
        sink.row(changed);
        sink.dirty(fault);
    }
}
