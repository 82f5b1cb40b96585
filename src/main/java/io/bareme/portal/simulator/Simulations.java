package io.bareme.portal.simulator;

import io.bareme.decision.Caller;
import io.bareme.decision.Deciding;
import io.bareme.decision.Deciding.Simulation;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ContractForm;
import io.bareme.exchange.CoverForm;
import io.bareme.exchange.LineForm;
import io.bareme.exchange.ProviderForm;
import io.bareme.portal.pages.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From a filled form to a statement, by the same simulation as the API's: nothing is recorded. The care is taken as
 * prescribed on its day, and paid directly to the professional.
 */
@Component
final class Simulations {

    /** A contract tried out covers any day: which table governs it is the day of care's business. */
    private static final LocalDate ALWAYS = LocalDate.of(1990, 1, 1);

    private final Deciding deciding;

    Simulations(Deciding deciding) {
        this.deciding = deciding;
    }

    /** The statement, or null when something is wrong with the form: then it is written down. */
    @Nullable
    Statement of(Draft draft, Wrong wrong, Texts texts) {
        LocalDate today = draft.today();
        FormReading reading =
                new FormReading(draft.form(), draft.country(), draft.catalogue().acts(), today, wrong, texts.locale());
        boolean forMember = draft.form().isForMember();
        CoverForm cover = forMember ? null : cover(draft, reading, wrong);
        if (forMember && draft.member().isEmpty()) {
            wrong.add("member", draft.number().isEmpty() ? "member-missing" : "member-unknown", draft.number());
        }
        ProviderForm provider = reading.provider();
        LocalDate day = reading.care();
        String dossier = reading.dossier();
        List<LineForm> lines = reading.lines(day);
        if (!wrong.isEmpty()) {
            return null;
        }
        ClaimForm claim = new ClaimForm(
                "simulation",
                today,
                true,
                forMember ? draft.number() : null,
                cover,
                provider,
                day,
                null,
                lines,
                List.of(),
                dossier,
                null,
                null,
                null);
        return switch (deciding.simulate(Caller.current(), claim)) {
            case Simulation.Done done ->
                new StatementWriter(done, draft.catalogue().edition(), texts)
                        .write(forMember ? null : new StatementLink(draft.form()).address());
            case Simulation.Refused refused -> {
                wrong.add("cover", "choice");
                yield null;
            }
        };
    }

    private static @Nullable CoverForm cover(Draft draft, FormReading reading, Wrong wrong) {
        if (draft.form().scheme().isEmpty()) {
            wrong.add("scheme", "scheme-missing");
        }
        LocalDate born = reading.birth();
        List<ContractForm> contracts = new ArrayList<>();
        List<String> covers = draft.form().covers();
        for (int number = 1; number <= covers.size(); number++) {
            contract(draft, number, covers.get(number - 1), wrong).ifPresent(contracts::add);
        }
        return new CoverForm(draft.form().scheme(), born, List.of(), contracts, List.of());
    }

    private static Optional<ContractForm> contract(Draft draft, int number, String typed, Wrong wrong) {
        Optional<Catalogue.Cover> chosen = draft.catalogue().cover(typed);
        if (chosen.isEmpty()) {
            wrong.add(TypedClaim.coverField(number), typed.isEmpty() ? "cover-missing" : "choice");
        } else if (!chosen.get().product().country().equals(draft.country())) {
            wrong.add(TypedClaim.coverField(number), "choice");
        }
        return chosen.map(cover -> new ContractForm(cover.product().id(), cover.level(), ALWAYS, null));
    }
}
