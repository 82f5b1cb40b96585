package io.bareme.portal.simulator;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Consumption;
import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.authorization.Decider;
import io.bareme.portal.pages.Texts;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a filled form to a statement. Nothing is recorded. */
@Component
final class Simulations {

    /** The one who is imagined when a published table is tried out. */
    private static final String SOMEONE = "someone";

    private static final String FIRST_CONTRACT = "contract-1";

    /** The statement, or null when something is wrong with the form: then it is written down. */
    @Nullable
    Statement of(Draft draft, Wrong wrong, Texts texts) {
        Edition edition = draft.catalogue().edition();
        LocalDate today = LocalDate.now();
        FormReading reading = new FormReading(
                draft.form(), draft.country(), draft.catalogue().acts(), today, wrong, texts.locale());
        Optional<Rights> rights = draft.form().isForMember()
                ? member(draft, wrong)
                : someone(draft, reading, today, wrong);
        Provider provider = reading.provider();
        LocalDate day = reading.day("date", draft.form().date(), today.plusYears(1));
        List<CareLine> lines = reading.lines(day);
        if (rights.isEmpty() || !wrong.isEmpty()) {
            return null;
        }
        Claim claim = new Claim(
                ClaimKind.SIMULATION,
                rights.get().person(),
                today,
                true,
                provider,
                day,
                null,
                lines,
                List.of());
        Decision decision = Decider.decide(claim, rights.get(), Consumption.NONE, edition);
        return new StatementWriter(claim, rights.get(), decision, edition, texts)
                .write(draft.form().isForMember() ? null : new StatementLink(draft.form()).address());
    }

    private static Optional<Rights> member(Draft draft, Wrong wrong) {
        Optional<Members.Found> found = draft.member();
        if (found.isEmpty()) {
            wrong.add("member", draft.number().isEmpty() ? "member-missing" : "member-unknown", draft.number());
        }
        return found.map(Members.Found::rights);
    }

    private static Optional<Rights> someone(Draft draft, FormReading reading, LocalDate today, Wrong wrong) {
        Optional<Catalogue.Cover> cover = draft.cover();
        if (cover.isEmpty()) {
            wrong.add("cover", draft.form().cover().isEmpty() ? "cover-missing" : "choice");
        }
        LocalDate born = reading.day("born", draft.form().born(), today);
        Scheme scheme = Arrays.stream(Scheme.values())
                .filter(one -> one.word().equals(draft.form().scheme()))
                .findFirst()
                .orElse(Scheme.FR_GENERAL);
        return cover.map(chosen -> new Rights(
                SOMEONE,
                SOMEONE,
                born,
                scheme,
                Set.of(),
                List.of(new Enrolment(
                        FIRST_CONTRACT,
                        chosen.product().id(),
                        chosen.level(),
                        DateRange.from(LocalDate.of(1900, 1, 1)),
                        false))));
    }
}
