package io.bareme.exchange;

import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.values.DateRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a claim says of the beneficiary's rights instead of naming a member. */
@Schema(name = "Cover", description = "Rights stated in the claim itself, for simulations.")
public record CoverForm(
        @Schema(
                description = "The compulsory scheme; it sets the currency: fr-… EUR, the others MAD.",
                allowableValues = {"fr-general", "fr-alsace-moselle", "fr-c2s", "ma-cnss", "ma-cnops", "none"})
        String scheme,

        @Schema(example = "1980-01-01") LocalDate born,

        @Schema(
                description = "Why the person bears no copayment.",
                allowableValues = {"ald", "alc", "maternity", "work-accident", "disability", "newborn"})
        List<String> exemptions,

        @Schema(description = "The contracts, in their order of payment.")
        List<ContractForm> contracts,

        @Schema(description = "Where scheme or exemptions change among the days of care, in their order.")
        List<ChangeForm> then) {

    /** The person whom it speaks of, and the household. */
    static final String SIMULATED = "simulated";

    /** The rights it states, of a person who exists only in this claim. */
    public Rights toRights() {
        List<Enrolment> enrolments = new ArrayList<>();
        for (ContractForm contract : contracts) {
            enrolments.add(new Enrolment(
                    "contract-" + (enrolments.size() + 1),
                    contract.product(),
                    contract.level(),
                    new DateRange(contract.from(), contract.to()),
                    false));
        }
        Scheme of = Words.of(Words.SCHEMES, scheme);
        return new Rights(SIMULATED, SIMULATED, born, of, Words.exemptions(exemptions), enrolments)
                .with(then.stream().map(ChangeForm::toChange).toList());
    }
}
