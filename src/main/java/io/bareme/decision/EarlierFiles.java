package io.bareme.decision;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Consumption.Taken;
import io.bareme.adjudication.LineDecision;
import io.bareme.journal.Journal;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.StoredDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What earlier files, invoiced by the same professional, took of limits for the care of a file that came after them. */
final class EarlierFiles {

    private EarlierFiles() {}

    /** Whether the claim says that something was paid already. */
    static boolean asked(Claim claim) {
        return claim.lines().stream().anyMatch(EarlierFiles::asked);
    }

    private static boolean asked(CareLine line) {
        return line.given().alreadyPaid() != null;
    }

    /**
     * By line and key. To be read after what is used of limits: a file recorded in between then makes the decision stale.
     *
     * @param inPlaceOf the decision that this one takes the place of
     */
    static Map<Integer, Map<String, Taken>> taken(
            Journal journal, String tenant, Claim claim, @Nullable UUID inPlaceOf) {
        List<StoredDecision> others = CareInvoicedBefore.others(journal, tenant, claim, inPlaceOf);
        List<OpenEntry> rows =
                journal.open(tenant, others.stream().map(StoredDecision::id).toList());
        Map<Integer, Map<String, Taken>> taken = new TreeMap<>();
        for (CareLine line : claim.lines()) {
            if (asked(line)) {
                Map<String, Taken> keys = new HashMap<>();
                for (StoredDecision other : others) {
                    add(keys, rows, other, line);
                }
                taken.put(line.number(), keys);
            }
        }
        return taken;
    }

    private static void add(Map<String, Taken> keys, List<OpenEntry> rows, StoredDecision other, CareLine line) {
        List<CareLine> then = other.input().claim().lines();
        for (LineDecision decided : other.decision().lines()) {
            boolean same = then.stream()
                    .anyMatch(care -> care.number() == decided.number() && CareInvoicedBefore.same(care, line));
            if (same) {
                rows.stream()
                        .filter(row -> row.decision().equals(other.id()) && !row.reserved())
                        .filter(row -> row.line() == null ? then.size() == 1 : row.line() == decided.number())
                        .forEach(row -> keys.merge(row.key(), new Taken(row.amount(), row.count()), Taken::and));
            }
        }
    }
}
