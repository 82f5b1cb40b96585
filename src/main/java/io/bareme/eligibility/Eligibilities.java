package io.bareme.eligibility;

import io.bareme.adjudication.Allowances;
import io.bareme.adjudication.Rights;
import io.bareme.decision.Caller;
import io.bareme.decision.Standings;
import io.bareme.eligibility.Eligibility.FamilyOfCare;
import io.bareme.eligibility.Eligibility.Kind;
import io.bareme.eligibility.Eligibility.State;
import io.bareme.exchange.EligibilityForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells what a member may ask of their contracts on a day. Reads the rights and all their counters once each. */
@Service
public final class Eligibilities {

    private final Standings standings;
    private final Clock clock;

    Eligibilities(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** Empty when nobody bears the number, or nobody whom the caller may ask for. */
    public Optional<Eligibility> of(Caller caller, EligibilityForm form) {
        LocalDate day = form.date() == null ? LocalDate.now(clock) : form.date();
        return switch (standings.of(caller, form.member(), day, form.knownAt())) {
            case Standings.Answer.Nobody() -> Optional.empty();
            case Standings.Answer.SchemeUnknown(var edition) ->
                Optional.of(new Eligibility(
                        day,
                        null,
                        new State(Kind.SCHEME_UNKNOWN, null),
                        List.of(),
                        List.of(),
                        Map.of(),
                        null,
                        edition.hash()));
            case Standings.Answer.Known known -> Optional.of(eligibility(known, day, form));
        };
    }

    private static Eligibility eligibility(Standings.Answer.Known known, LocalDate day, EligibilityForm form) {
        Rights rights = known.rights();
        Allowances allowances = new Allowances(rights, known.standing().consumption(), known.edition(), day);
        ContractsHeld contracts = new ContractsHeld(rights, day, allowances);
        FamiliesGiven families =
                new FamiliesGiven(allowances, known.edition().nomenclature(), form.families(), form.after());
        List<FamilyOfCare> told = families.told();
        return new Eligibility(
                day,
                rights,
                contracts.together(),
                contracts.all(),
                told,
                known.standing().reserved(),
                families.more() ? told.getLast().id() : null,
                known.edition().hash());
    }
}
