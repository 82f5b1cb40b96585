package io.bareme.decision;

import io.bareme.journal.EditionSources;
import io.bareme.journal.Journal;
import io.bareme.rulebook.EditionArchive;
import io.bareme.rulebook.Rulebook;
import io.bareme.tenancy.Tenancy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The sources of every edition that ever decided, in the journal: what a replay needs besides the decision. */
@Component
final class KeptEditions implements EditionArchive {

    private final Journal journal;
    private final ObjectProvider<Rulebook> rulebook;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /** The rulebook reads from here: it is asked for later. */
    KeptEditions(Journal journal, ObjectProvider<Rulebook> rulebook) {
        this.journal = journal;
        this.rulebook = rulebook;
    }

    @Override
    public Optional<Map<String, byte[]>> find(String hash) {
        return journal.sourcesOf(
                        Tenancy.current().orElseGet(() -> Caller.current().tenant()), hash)
                .map(EditionSources::files);
    }

    /** Keeps the sources of the edition that decided, once; false when another took its place before that was done. */
    boolean keep(String tenant, String hash) {
        String key = tenant + " " + hash;
        if (kept.contains(key)) {
            return true;
        }
        var sources = rulebook.getObject().sourcesInForce();
        if (sources.hash().equals(hash)) {
            journal.keep(tenant, EditionSources.of(hash, sources.files()));
        } else if (journal.sourcesOf(tenant, hash).isEmpty()) {
            return false;
        }
        kept.add(key);
        return true;
    }
}
