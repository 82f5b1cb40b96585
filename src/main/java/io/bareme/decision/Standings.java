package io.bareme.decision;

import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Rights;
import io.bareme.affiliation.Affiliations;
import io.bareme.decision.Beneficiaries.Found;
import io.bareme.journal.Journal;
import io.bareme.journal.Standing;
import io.bareme.rulebook.Rulebook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rights of a member with what is used of their limits: what a decision of that day would rest on. */
@Service
public final class Standings {

    private final Rulebook rulebook;
    private final Beneficiaries beneficiaries;
    private final Journal journal;
    private final Clock clock;

    Standings(Rulebook rulebook, Affiliations affiliations, Journal journal, Clock clock) {
        this.rulebook = rulebook;
        this.beneficiaries = new Beneficiaries(affiliations);
        this.journal = journal;
        this.clock = clock;
    }

    /** What is known of a member. */
    public sealed interface Answer {
        /** @param edition the one in force */
        record Known(Rights rights, Standing standing, Edition edition) implements Answer {}

        /** There is such a member, but the compulsory scheme is not known on that day. */
        record SchemeUnknown(Edition edition) implements Answer {}

        /** Nobody bears the number, or nobody whom the caller may ask for. */
        record Nobody() implements Answer {}
    }

    /**
     * @param day of care
     * @param knownAt as known at that moment; null for now
     */
    public Answer of(Caller caller, String member, LocalDate day, @Nullable Instant knownAt) {
        Instant moment = knownAt == null ? clock.instant() : knownAt;
        Edition edition = rulebook.inForce();
        return switch (beneficiaries.find(caller, member, new TreeSet<>(List.of(day)), moment)) {
            case Found.Known(Rights rights) ->
                new Answer.Known(rights, journal.standingOf(caller.tenant(), rights, knownAt), edition);
            case Found.Unclear _ -> new Answer.SchemeUnknown(edition);
            case Found.Nobody() -> new Answer.Nobody();
        };
    }
}
