package io.linkage.jobs.demo;

import io.linkage.model.clv.History;
import io.linkage.model.clv.MbgNbd;
import io.linkage.model.linkage.Answers;
import io.linkage.model.linkage.Cell;
import io.linkage.model.linkage.Followed;
import io.linkage.model.linkage.Panel;
import io.linkage.model.linkage.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Units by months of a generated company without Spark: the generator's own lives, contacts, answers and waves, and beside the
 * figures that a warehouse has the shifts that were planted, free of chance. Amounts are revenue; contracts are left out.
 */
final class ServedCustomers {
    static final List<String> CHAIN =
            List.of("engagement", "experience", "leaving", "spend", "error", "error with leaving", "error with spend");
    static final String PLANTED = "planted ";

    private static final int LEAST_GROUP = 10;
    private static final int LEAST_ANSWERS = 5;
    private static final int VALUE_MONTHS = 3;
    private static final double WEEKS = 52;

    private final World world;
    private final int followed;
    private final int first;
    private final int last;
    private final double[][] engagement;
    private final Map<Integer, UnitMonth> months = new TreeMap<>();
    private Worth worth = Worth.NONE;

    ServedCustomers(World world, int followed) {
        this.world = world;
        this.followed = followed;
        this.first = month(0);
        this.last = month(world.lastDay());
        this.engagement = engagement();
        for (long customer = 0; customer < world.plan().customers(); customer++) {
            add(customer);
        }
    }

    /** What those whom the units served in the last months are worth, by the planted process. */
    Worth worth() {
        return worth;
    }

    /** The figures of a chain, and the planted shifts of experience, leaving, spend and value. */
    Panel panel() {
        List<String> measures = new ArrayList<>(CHAIN);
        for (String shift : List.of("experience", "leaving", "spend", "value")) {
            measures.add(PLANTED + shift);
        }
        return Panel.of(measures, months.values().stream().map(this::cell).toList());
    }

    private Cell cell(UnitMonth unit) {
        Answers answers = new Answers(unit.promoters, unit.answers - unit.promoters - unit.detractors, unit.detractors);
        Followed after = unit.followed();
        double[] all = {
            engagement[unit.unit][unit.month - first],
            answers.count() < LEAST_ANSWERS ? Double.NaN : answers.nps(),
            after.leaving(),
            after.spend(),
            answers.variance(),
            after.errorWithLeaving(answers),
            after.errorWithSpend(answers),
            unit.shiftOfExperience / unit.answers,
            unit.shiftOfLeaving / unit.customers,
            unit.shiftOfSpend / unit.customers,
            unit.shiftOfValue / unit.customers
        };
        for (double value : all) {
            if (!Double.isFinite(value)) {
                return new Cell("U" + unit.unit, "U" + unit.unit, unit.month, unit.served, unknown(all.length));
            }
        }
        return new Cell("U" + unit.unit, "U" + unit.unit, unit.month, unit.served, all);
    }

    private static double[] unknown(int length) {
        double[] values = new double[length];
        java.util.Arrays.fill(values, Double.NaN);
        return values;
    }

    /** By unit and month, 0 to 100, as the last wave up to the month's end gave it; groups below ten are not shown. */
    private double[][] engagement() {
        int units = world.staff().units().size();
        double[][] sums = new double[units][world.staff().waves()];
        int[][] people = new int[units][world.staff().waves()];
        for (int employee = 0; employee < world.staff().employees(); employee++) {
            int unit = world.staff().unitOf(employee).index();
            Engagement.TABLE.maker().make(world, employee, new Rows(row -> {
                if (row[2].equals("E1")) {
                    int wave = (int) ((((LocalDate) row[1]).toEpochDay()
                                    - world.plan().start().toEpochDay()
                                    - Staff.FIRST_WAVE_DAY)
                            / Staff.WAVE_DAYS);
                    sums[unit][wave] += 25 * ((Double) row[4] - 1);
                    people[unit][wave]++;
                }
            }));
        }
        double[][] shown = new double[units][last - first + 1];
        for (int month = first; month <= last; month++) {
            int end = (int) (LocalDate.of((month - 1) / 12, (month - 1) % 12 + 1, 1)
                            .plusMonths(1)
                            .toEpochDay()
                    - 1
                    - world.plan().start().toEpochDay());
            int wave = (end - Staff.FIRST_WAVE_DAY) / Staff.WAVE_DAYS;
            for (int unit = 0; unit < units; unit++) {
                boolean held = end >= Staff.FIRST_WAVE_DAY;
                int at = Math.min(wave, world.staff().waves() - 1);
                shown[unit][month - first] =
                        held && people[unit][at] >= LEAST_GROUP ? sums[unit][at] / people[unit][at] : Double.NaN;
            }
        }
        return shown;
    }

    private void add(long customer) {
        Life life = world.life(customer);
        if (life.orders() == 0) {
            return;
        }
        double[] spent = new double[last - first + 1];
        for (int order = 0; order < life.orders(); order++) {
            spent[month(life.days()[order]) - first] += life.cents()[order] / 100.0;
        }
        Map<Integer, Said> rows = new TreeMap<>();
        Shift shift = new Shift(world, Traits.of(world.plan(), customer), followed);
        boolean lately = false;
        for (Contacts.Contact contact : Contacts.of(world, customer, life)) {
            Said said = rows.computeIfAbsent(place(contact.unit().index(), month(contact.day())), any -> new Said());
            said.contact = contact;
            lately |= month(contact.day()) > last - VALUE_MONTHS;
        }
        answers(customer, rows, shift, life);
        rows.forEach((place, said) -> add(place, said, spent, shift));
        if (lately) {
            worth = worth.plus(worth(life, shift));
        }
    }

    /** Answers that name the unit, as the agency delivers them. */
    private void answers(long customer, Map<Integer, Said> rows, Shift shift, Life life) {
        double loyalty = life.leaving() - world.plan().purchases().meanLeaving();
        Surveys.TABLE.maker().make(world, customer, new Rows(row -> {
            if ("recommend".equals(row[5]) && row[10] != null) {
                int month = Integer.parseInt(row[4].toString().substring(0, 4)) * 12
                        + Integer.parseInt(row[4].toString().substring(5, 7));
                int unit = Integer.parseInt(row[10].toString().substring(1)) - 1;
                Said said = rows.computeIfAbsent(place(unit, month), any -> new Said());
                int answer = Integer.parseInt(row[13].toString());
                said.answers++;
                said.promoters += answer >= 9 ? 1 : 0;
                said.detractors += answer <= 6 ? 1 : 0;
                said.shift += shift.ofExperience(ease(unit, (int) (30.4 * (month - first) + 15)), loyalty);
            }
        }));
    }

    private double ease(int unit, int day) {
        return world.staff().engagement(unit, world.staff().waveAt(day)) - Staff.ENGAGEMENT_MEAN;
    }

    private void add(int place, Said said, double[] spent, Shift shift) {
        UnitMonth unit = months.computeIfAbsent(place, any -> new UnitMonth(place / 100_000, place % 100_000));
        unit.promoters += said.promoters;
        unit.detractors += said.detractors;
        unit.answers += said.answers;
        unit.shiftOfExperience += said.shift;
        if (said.contact == null) {
            return;
        }
        unit.served++;
        if (unit.month + followed > last) {
            return;
        }
        double after = 0;
        for (int month = unit.month + 1; month <= unit.month + followed; month++) {
            after += spent[month - first];
        }
        double ease = ease(unit.unit, said.contact.day());
        unit.follow(said, after);
        unit.shiftOfLeaving += shift.ofLeaving(ease);
        unit.shiftOfSpend += shift.ofSpend(ease);
        unit.shiftOfValue += shift.ofValue(ease);
    }

    private Worth worth(Life life, Shift shift) {
        PurchaseProcess process = world.plan().purchases();
        MbgNbd model = new MbgNbd(process.r(), process.alpha(), process.a(), process.b());
        int repeats = life.orders() - 1;
        double age = (world.lastDay() - life.firstDay()) / 7.0;
        History history = new History(repeats, (life.days()[repeats] - life.firstDay()) / 7.0, age);
        double scale = process.alpha() + age;
        double silent = Math.pow(scale / (scale + 13), process.r() + repeats);
        double left = 1 - model.probabilityAlive(history) * (1 - silent);
        double clv = model.expectedPurchases(history, WEEKS) * shift.mean();
        return new Worth(1, clv, 1, clv, left, left * clv, left * left);
    }

    private int month(int day) {
        LocalDate date = world.plan().day(day);
        return 12 * date.getYear() + date.getMonthValue();
    }

    private static int place(int unit, int month) {
        return 100_000 * unit + month;
    }

    /** What one customer did with one unit in a month. */
    private static final class Said {
        private Contacts.Contact contact;
        private int answers;
        private int promoters;
        private int detractors;
        private double shift;
    }

    /** Sums of one unit and month. */
    private static final class UnitMonth {
        private final int unit;
        private final int month;
        private long served;
        private long promoters;
        private long detractors;
        private long answers;
        private long customers;
        private final double[] after = new double[8];
        private double shiftOfExperience;
        private double shiftOfLeaving;
        private double shiftOfSpend;
        private double shiftOfValue;

        UnitMonth(int unit, int month) {
            this.unit = unit;
            this.month = month;
        }

        void follow(Said said, double spent) {
            int points = said.promoters - said.detractors;
            boolean left = spent == 0;
            double[] sums = {
                left ? 1 : 0,
                spent,
                said.answers,
                points,
                left ? said.answers : 0,
                left ? points : 0,
                spent * said.answers,
                spent * points
            };
            customers++;
            for (int each = 0; each < sums.length; each++) {
                after[each] += sums[each];
            }
        }

        Followed followed() {
            return new Followed(
                    customers,
                    (long) after[0],
                    after[1],
                    (long) after[2],
                    (long) after[3],
                    (long) after[4],
                    (long) after[5],
                    after[6],
                    after[7]);
        }
    }

    /** Takes rows; odd ones are about no unit, or of questions of their own. */
    private record Rows(java.util.function.Consumer<Object[]> taker) implements Sink {
        @Override
        public void row(Object... values) {
            taker.accept(values);
        }

        @Override
        public void dirty(Fault fault) {}
    }
}
