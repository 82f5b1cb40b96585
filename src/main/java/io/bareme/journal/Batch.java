package io.bareme.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decisions to be written in one transaction: of one tenant, each under a key of its own, and none relying on a limit
 * or commitment that one before it moves.
 *
 * @param decisions in the order in which they came
 */
record Batch(String tenant, List<Pending> decisions) {

    Batch {
        decisions = List.copyOf(decisions);
    }

    /** Takes decisions in as long as they go together. */
    static final class Gathering {

        /** What becomes of a decision that is offered. */
        enum Place {
            TAKEN,
            /** It goes with a later batch. */
            LATER,
            /** A decision taken before it moves a limit that it read. */
            STALE
        }

        private final Set<Idempotency> requests = new HashSet<>();
        private final Set<String> moved = new HashSet<>();
        private @Nullable String tenant;

        Place offer(Pending pending) {
            Idempotency request = pending.entry().idempotency();
            Idempotency anyBody = new Idempotency(request.client(), request.key(), "");
            if (tenant != null && !tenant.equals(pending.entry().tenant()) || requests.contains(anyBody)) {
                return Place.LATER;
            }
            Set<String> moves = moves(pending);
            if (moves.stream().anyMatch(moved::contains)
                    || pending.limits().relied().keySet().stream().anyMatch(moved::contains)) {
                return Place.STALE;
            }
            tenant = pending.entry().tenant();
            requests.add(anyBody);
            moved.addAll(moves);
            return Place.TAKEN;
        }

        /** Limits by their keys, commitments by their numbers: the two are never the same. */
        private static Set<String> moves(Pending pending) {
            Set<String> moves = new HashSet<>();
            pending.limits().moved().forEach(movement -> moves.add(movement.key()));
            pending.entry()
                    .also()
                    .changes()
                    .forEach(change -> moves.add(change.of().number()));
            return moves;
        }
    }

    /** Everything that the statement names, column by column. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tenant);
        parameters.putAll(Columns.ofDecisions(decisions));
        parameters.putAll(Columns.ofLimits(decisions));
        parameters.putAll(Columns.ofLedger(decisions));
        parameters.putAll(Columns.ofCommitments(decisions));
        return parameters;
    }
}
