package io.bareme.authorization;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.decision.Caller;
import io.bareme.decision.Decider;
import io.bareme.decision.Undecided;
import io.bareme.exchange.Difference;
import io.bareme.exchange.LineDifference;
import io.bareme.exchange.ReplayForm;
import io.bareme.journal.CanonicalJson;
import io.bareme.journal.Input;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.rulebook.BrokenEdition;
import io.bareme.rulebook.Rulebook;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides a recorded claim again, from what was stored with it and the sources of the edition that decided. */
@Service
public final class Replays {

    private final Journal journal;
    private final Rulebook rulebook;

    Replays(Journal journal, Rulebook rulebook) {
        this.journal = journal;
        this.rulebook = rulebook;
    }

    /** What came of deciding again. */
    public sealed interface Replay {
        /**
         * The same bytes; under another edition, but for the hash of the edition itself.
         *
         * @param edition that decided again
         */
        record Identical(StoredDecision decision, String edition) implements Replay {}

        /**
         * Another decision. Under the edition that decided, on the same engine version, this is a bug.
         *
         * @param edition that decided again
         * @param lines that differ in verdict or amounts
         * @param differences each place that differs
         */
        record Different(
                StoredDecision decision, String edition, List<LineDifference> lines, List<Difference> differences)
                implements Replay {}

        /** The edition's sources are not kept, or this engine can no longer read them. */
        record NoEdition(StoredDecision decision, String hash) implements Replay {}
    }

    /**
     * Empty when there is no such decision, or the caller may not see it. Nothing is recorded.
     *
     * @param under the hash of the edition to decide under, or {@link ReplayForm#IN_FORCE}; null for the one that decided
     */
    public Optional<Replay> replay(Caller caller, UUID id, @Nullable String under) {
        return journal.find(caller.tenant(), id)
                .filter(found -> caller.maySee(found.client()))
                .map(found -> replay(found, under));
    }

    /**
     * Decides again what was recorded in a time, in the order of recording, of the caller's own unless it may see what
     * every client asked for.
     *
     * @param until after it
     * @param after the last decision of the page before; null for the first page
     * @param size 1 to 500
     */
    public List<Replay> replay(
            Caller caller, Instant from, Instant until, @Nullable UUID after, int size, @Nullable String under) {
        String client = caller.forEveryClient() ? null : caller.client();
        return journal.recorded(caller.tenant(), from, until, after, client, size).stream()
                .map(found -> replay(found, under))
                .toList();
    }

    private Replay replay(StoredDecision stored, @Nullable String under) {
        String hash = under == null ? stored.edition() : under;
        Optional<Edition> edition = hash.equals(ReplayForm.IN_FORCE) ? Optional.of(rulebook.inForce()) : edition(hash);
        return edition.map(found -> compared(stored, decideAgain(stored, found), found.hash()))
                .orElseGet(() -> new Replay.NoEdition(stored, hash));
    }

    /** The edition's own hash is no difference. */
    private static Replay compared(StoredDecision stored, Decision again, String edition) {
        byte[] now = CanonicalJson.bytes(again.under(stored.edition()));
        if (Arrays.equals(now, stored.decisionBytes())) {
            return new Replay.Identical(stored, edition);
        }
        return new Replay.Different(
                stored,
                edition,
                LineDifference.between(stored.decision(), again),
                Difference.between(stored.decisionBytes(), now));
    }

    private Optional<Edition> edition(String hash) {
        try {
            return rulebook.byHash(hash);
        } catch (BrokenEdition unreadableNow) {
            return Optional.empty();
        }
    }

    private Decision decideAgain(StoredDecision stored, Edition edition) {
        Input input = stored.input();
        Claim claim = input.claim();
        Decision outside = Undecided.again(claim, stored.decision());
        if (outside != null) {
            return outside;
        }
        return Decider.decide(input, edition, promising -> edition(promising).orElseThrow());
    }
}
