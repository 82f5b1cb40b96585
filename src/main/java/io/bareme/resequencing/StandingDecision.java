package io.bareme.resequencing;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Verdict;
import io.bareme.journal.Input;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.StoredDecision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision that stands on care that was given.
 *
 * @param first when the first decision on that care was recorded, as a number of the journal
 * @param client who asked for it
 * @param taken what it takes of limits
 */
public record StandingDecision(
        UUID id, long first, String client, Input input, Decision decision, String edition, List<OpenEntry> taken) {

    /** Care is counted in the order of its first days, then in the order in which it came to be known. */
    static final Comparator<StandingDecision> ORDER =
            Comparator.comparing(StandingDecision::firstCare).thenComparingLong(StandingDecision::first);

    public StandingDecision {
        taken = List.copyOf(taken);
    }

    static StandingDecision of(StoredDecision stored, long first, List<OpenEntry> taken) {
        return new StandingDecision(
                stored.id(), first, stored.client(), stored.input(), stored.decision(), stored.edition(), taken);
    }

    public Claim claim() {
        return input.claim();
    }

    public LocalDate firstCare() {
        return claim().firstCare();
    }

    @Nullable
    Rights rights() {
        return input.rights();
    }

    /** Whether it was settled: one that waits for a person or a piece pays nothing yet. */
    boolean isSettled() {
        return isSettled(decision);
    }

    static boolean isSettled(Decision decision) {
        return decision.verdict() != Verdict.REFERRED && decision.verdict() != Verdict.INCOMPLETE;
    }

    /** Whether it waits because care came out of order, which counting in order may answer. */
    boolean waitsForItsPlace() {
        return decision.lines().stream()
                .flatMap(line -> line.findings().stream())
                .anyMatch(finding -> finding.reason().equals("limit-out-of-order"));
    }
}
