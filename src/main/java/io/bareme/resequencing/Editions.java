package io.bareme.resequencing;

import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.decision.Decider;
import io.bareme.journal.OpenEntry;
import io.bareme.resequencing.Resequencing.Stays;
import io.bareme.rulebook.BrokenEdition;
import io.bareme.rulebook.Rulebook;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides again under the edition that decided, each looked for once. */
final class Editions {

    private final Rulebook rulebook;
    private final Map<String, Optional<Edition>> known = new HashMap<>();

    Editions(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** From the claim, the rights and the edition that decided; only what was used before it is another. */
    Decision decide(StandingDecision one, Consumption before) {
        Edition edition = edition(one.edition()).orElseThrow();
        return Decider.decide(
                one.input().reading(before), edition, hash -> edition(hash).orElseThrow());
    }

    /** Which decisions stay as they are, and why. */
    Map<UUID, Stays> staying(List<StandingDecision> care) {
        Map<UUID, Stays> staying = new LinkedHashMap<>();
        Set<String> givenBack = care.stream()
                .flatMap(one -> one.taken().stream())
                .filter(OpenEntry::restores)
                .map(OpenEntry::key)
                .collect(Collectors.toSet());
        for (StandingDecision one : care) {
            Stays why = why(one, givenBack);
            if (why != null) {
                staying.put(one.id(), why);
            }
        }
        return staying;
    }

    private @Nullable Stays why(StandingDecision one, Set<String> givenBack) {
        var invoice = one.claim().invoice();
        if (invoice != null && invoice.commitment() != null) {
            return Stays.PROMISED;
        }
        if (one.claim().dossier() != null) {
            return Stays.FILE;
        }
        if (one.taken().stream().map(OpenEntry::key).anyMatch(givenBack::contains)) {
            return Stays.GIVEN_BACK;
        }
        if (edition(one.edition()).isEmpty()) {
            return Stays.EDITION_LOST;
        }
        Decision replayed = decide(one, one.input().consumption());
        return InOrder.sameAmounts(one.decision(), replayed) ? null : Stays.DECIDED_OTHERWISE;
    }

    private Optional<Edition> edition(String hash) {
        return known.computeIfAbsent(hash, this::find);
    }

    private Optional<Edition> find(String hash) {
        try {
            return rulebook.byHash(hash);
        } catch (BrokenEdition unreadableNow) {
            return Optional.empty();
        }
    }
}
