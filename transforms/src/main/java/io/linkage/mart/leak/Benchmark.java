package io.linkage.mart.leak;

import io.linkage.model.experience.Share;
import io.linkage.table.mart.EmployeeLeak;
import java.util.Arrays;
import java.util.List;

/**
 * What 1,012 employees of many companies found, as published: whole percents. Its questions have words of their own, and no margin was
 * given; the interval of a difference takes them for a sample drawn by chance.
 */
enum Benchmark {
    /** We listen to customers too little. */
    LISTENING(EmployeeLeak.LISTENING, .63),
    /** Improvements are not carried out, or in part. */
    IMPROVEMENTS(EmployeeLeak.IMPROVEMENTS, .60),
    /** It is not clear in what we differ from others. */
    DISTINCTIVENESS(EmployeeLeak.DISTINCTIVENESS, .37),
    /** There is too little room to solve what customers ask. */
    ROOM_TO_SOLVE(EmployeeLeak.ROOM_TO_SOLVE, .51),
    /** Management sets no good example. */
    MANAGEMENT_EXAMPLE(EmployeeLeak.MANAGEMENT_EXAMPLE, .50);

    static final int EMPLOYEES = 1_012;

    private final String construct;
    private final double share;

    Benchmark(String construct, double share) {
        this.construct = construct;
        this.share = share;
    }

    static Object[] constructs() {
        return Arrays.stream(values()).map(benchmark -> benchmark.construct).toArray();
    }

    static Share of(String construct) {
        return List.of(values()).stream()
                .filter(benchmark -> benchmark.construct.equals(construct))
                .map(benchmark -> new Share(benchmark.share * EMPLOYEES, EMPLOYEES))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no benchmark of " + construct + "."));
    }
}
