package io.linkage.model.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each renewal was due and how often it was missed: all that a model of contracts learns from. Contracts of any
 * beginning enter with the renewals that they were seen to come to; that others went before, or more may follow, is no loss.
 *
 * @param renewals in ascending order, only those that were due
 */
public record RenewalCounts(List<Renewal> renewals) {
    /**
     * One renewal.
     *
     * @param number from 1: the end of the first period
     * @param due contracts that came to it
     * @param missed those of them that ended there
     */
    public record Renewal(long number, long due, long missed) {
        long made() {
            return due - missed;
        }
    }

    public RenewalCounts {
        renewals = List.copyOf(renewals);
    }

    /** From contracts, in any order: one is at risk from the renewal after those it entered with to its last. */
    public static RenewalCounts of(Collection<CountedTenure> tenures) {
        Map<Long, Long> change = new TreeMap<>();
        Map<Long, Long> missed = new TreeMap<>();
        for (CountedTenure tenure : tenures) {
            change.merge(tenure.entered() + 1, tenure.count(), Long::sum);
            change.merge(tenure.periods() + 1, -tenure.count(), Long::sum);
            missed.merge(tenure.periods(), tenure.hasEnded() ? tenure.count() : 0, Long::sum);
        }
        long last = missed.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Renewal> renewals = new ArrayList<>();
        long due = 0;
        for (long number = 1; number <= last; number++) {
            due += change.getOrDefault(number, 0L);
            if (due > 0) {
                renewals.add(new Renewal(number, due, missed.getOrDefault(number, 0L)));
            }
        }
        return new RenewalCounts(renewals);
    }

    /** Renewals that were due, of all contracts. */
    public long due() {
        return renewals.stream().mapToLong(Renewal::due).sum();
    }

    /** Contracts that ended. */
    public long ends() {
        return renewals.stream().mapToLong(Renewal::missed).sum();
    }

    /** Chance of a renewal, whatever the age. */
    ConstantRetention constant() {
        return new ConstantRetention((double) (due() - ends()) / due());
    }

    /** Log-likelihood under one chance of renewal for all; 0 ln 0 is 0. */
    double logLikelihoodOfConstant() {
        long made = due() - ends();
        double chance = (double) made / due();
        return (made == 0 ? 0 : made * Math.log(chance)) + (ends() == 0 ? 0 : ends() * Math.log1p(-chance));
    }
}
