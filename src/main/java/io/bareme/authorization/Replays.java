package io.bareme.authorization;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.decision.Caller;
import io.bareme.decision.Decider;
import io.bareme.decision.Undecided;
import io.bareme.exchange.Difference;
import io.bareme.journal.CanonicalJson;
import io.bareme.journal.Input;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.rulebook.BrokenEdition;
import io.bareme.rulebook.Rulebook;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        /** The same bytes. */
        record Identical(StoredDecision decision) implements Replay {}

        /** Another decision: each place that differs. On the same engine version this is a bug. */
        record Different(StoredDecision decision, List<Difference> differences) implements Replay {}

        /** The edition's sources are not kept, or this engine can no longer read them. */
        record NoEdition(String hash) implements Replay {}
    }

    /** Empty when there is no such decision, or the caller may not see it. Nothing is recorded. */
    public Optional<Replay> replay(Caller caller, UUID id) {
        return journal.find(caller.tenant(), id)
                .filter(found -> caller.maySee(found.client()))
                .map(this::replay);
    }

    private Replay replay(StoredDecision stored) {
        Optional<Edition> edition = edition(stored.edition());
        if (edition.isEmpty()) {
            return new Replay.NoEdition(stored.edition());
        }
        byte[] now = CanonicalJson.bytes(decideAgain(stored, edition.get()));
        return Arrays.equals(now, stored.decisionBytes())
                ? new Replay.Identical(stored)
                : new Replay.Different(stored, Difference.between(stored.decisionBytes(), now));
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
