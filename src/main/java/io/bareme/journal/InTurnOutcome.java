package io.bareme.journal;

import java.util.List;
import java.util.UUID;

/** What became of decisions to be recorded together. */
public sealed interface InTurnOutcome {

    /** All of them are recorded, for good; in their order. */
    record Recorded(List<UUID> ids) implements InTurnOutcome {
        public Recorded {
            ids = List.copyOf(ids);
        }
    }

    /**
     * None of them is.
     *
     * @param why what became of the first: a limit has moved since, or its request was answered before
     */
    record Not(Outcome why) implements InTurnOutcome {}
}
