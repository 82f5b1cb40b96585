package io.bareme.journal;

import io.bareme.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written with a decision besides itself, all or nothing.
 *
 * @param undone rows of the ledger that are cancelled: a reservation by a release, a consumption by a reversal
 * @param kept what is reserved again of what was undone
 * @param changes of commitments made earlier, one each at most
 * @param uses which lines of the claim met which of a commitment
 */
public record Consequences(List<OpenEntry> undone, List<Kept> kept, List<Change> changes, List<Use> uses) {

    public static final Consequences NONE = new Consequences(List.of(), List.of(), List.of(), List.of());

    public Consequences {
        undone = List.copyOf(undone);
        kept = List.copyOf(kept);
        changes = List.copyOf(changes);
        uses = List.copyOf(uses);
    }

    /** Both. */
    public Consequences and(Consequences other) {
        return new Consequences(
                both(undone, other.undone),
                both(kept, other.kept),
                both(changes, other.changes),
                both(uses, other.uses));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /**
     * What stays reserved of an earlier decision.
     *
     * @param decision the earlier one
     * @param line of it
     */
    public record Kept(UUID decision, int line, String key, Money amount, int count, Instant until) {}

    /**
     * A commitment as it is from now on.
     *
     * @param of as it was read: when it has moved since, nothing is written
     */
    public record Change(
            Commitment of,
            CommitmentEvent.Kind kind,
            Commitment.Status status,
            @Nullable String reason) {}

    /**
     * A line of the claim that a line of a commitment met.
     *
     * @param line of the commitment's authorization
     * @param claimLine of the claim
     * @param quantity how many of the promised units
     * @param amount what complementary contracts pay of what was promised
     */
    public record Use(String commitment, String household, int line, int claimLine, int quantity, Money amount) {}
}
