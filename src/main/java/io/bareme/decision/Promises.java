package io.bareme.decision;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Review;
import io.bareme.journal.Promised;
import io.bareme.journal.Promised.Beyond;
import io.bareme.journal.Promised.Met;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells how an invoice met the commitment that it calls on, and leaves to a person what pays less than was promised. */
final class Promises {

    private static final String LESS = "commitment-pays-less";

    private Promises() {}

    /** @param review what a person settled of it */
    static Decision told(Decision decision, Promised promised, @Nullable Review review) {
        List<Finding> found = new ArrayList<>();
        for (Met met : promised.lines()) {
            found.add(told(promised, met));
            LineDecision line = Settlement.line(decision, met.line());
            Money least = met.least();
            if (least != null
                    && Settlement.paid(line)
                    && line.shares().complementary().compareTo(least) < 0) {
                Map<String, String> names = Map.of(
                        "commitment",
                        promised.commitment(),
                        "promised",
                        least.toString(),
                        "pays",
                        line.shares().complementary().toString());
                found.add(new Finding.Refer(LESS, met.line(), LESS, names, false));
            }
        }
        return decision.finding(found, review);
    }

    private static Finding told(Promised promised, Met met) {
        Beyond beyond = met.beyond();
        String reason = beyond == null ? "commitment-met" : "beyond-commitment-" + beyond.word();
        Integer of = met.of();
        Map<String, String> names =
                Map.of("commitment", promised.commitment(), "line", of == null ? "" : String.valueOf(of));
        return beyond == Beyond.AGAIN
                ? new Finding.Refer(reason, met.line(), reason, names, false)
                : new Finding.Note(reason, met.line(), reason, names);
    }
}
