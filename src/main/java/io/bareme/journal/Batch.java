package io.bareme.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decisions to be written in one transaction: of one tenant, each under a key of its own, and none relying on a limit
 * that one before it moves.
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
            LimitsOfDecision limits = pending.limits();
            if (limits.moved().stream().anyMatch(movement -> moved.contains(movement.key()))
                    || limits.relied().keySet().stream().anyMatch(moved::contains)) {
                return Place.STALE;
            }
            tenant = pending.entry().tenant();
            requests.add(anyBody);
            limits.moved().forEach(movement -> moved.add(movement.key()));
            return Place.TAKEN;
        }
    }

    /** Everything that the statement names, column by column. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tenant);
        parameters.putAll(Columns.ofDecisions(decisions));
        parameters.putAll(Columns.ofLimits(decisions));
        return parameters;
    }
}
