package io.bareme.exchange;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Scheme;
import io.bareme.values.Currency;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as JSON, checked by {@link ClaimReader}: every word, day and figure in it is valid. Amounts are in the
 * currency of the beneficiary's scheme.
 */
@Schema(name = "Claim", description = "A claim: who asks, for whom, which care.")
public record ClaimForm(
        @Schema(
                description = "What is asked. A simulation may ask what any other kind would give.",
                allowableValues = {"simulation", "authorization", "invoice", "reimbursement"})
        String kind,

        @Schema(description = "The day the claim was received; today when absent.", example = "2024-06-03")
        LocalDate received,

        @Schema(description = "Whether the professional is paid directly (tiers payant).", defaultValue = "true")
        boolean thirdParty,

        @Schema(description = "The beneficiary's number. Either this or cover.", example = "FR-000001") @Nullable
        String member,

        @Schema(description = "The beneficiary's rights, stated in a simulation instead of a member.") @Nullable
        CoverForm cover,

        @Schema(description = "Who gives the care.") ProviderForm provider,

        @Schema(description = "The day the care was prescribed.", example = "2024-05-30") @Nullable
        LocalDate prescribed,

        @Schema(description = "The number of the prior agreement it refers to.") @Nullable
        String agreement,

        @Schema(description = "1 to 500 care lines.") List<LineForm> lines,

        @Schema(description = "Earlier care that matters: duplicates, frequency.")
        List<EarlierForm> earlier,

        @Schema(
                description = "The way of a file of a Moroccan complementary contract (AMC).",
                allowableValues = {"full-advance", "estimated-complement", "remainder", "cnss-flow", "one-stop"})
        @Nullable
        String dossier,

        @Schema(
                description = "The day of the compulsory scheme's statement that the file rests on.",
                example = "2025-06-20")
        @Nullable
        LocalDate statement,

        @Schema(description = "The professional's own number, of an invoice alone.", example = "F-2026-0117") @Nullable
        String invoice,

        @Schema(
                description = "The commitment that an invoice calls on; absent for care that nothing was asked for.",
                example = "A26K7P3WQ9XR")
        @Nullable
        String commitment) {

    /** The claim, for a person of that scheme. */
    public Claim toClaim(String person, Scheme scheme) {
        return toClaim(person, scheme.country());
    }

    /**
     * The claim, for a person about whom nothing is known: amounts are in the currency of the country where the care is
     * given, euros unless that is Morocco.
     */
    public Claim toClaimOfUnknown(String person) {
        return toClaim(person, "MA".equals(provider.country()) ? "MA" : "FR");
    }

    private Claim toClaim(String person, String country) {
        Currency currency = country.equals("FR") ? Currency.EUR : Currency.MAD;
        List<CareLine> careLines = new ArrayList<>();
        for (LineForm line : lines) {
            careLines.add(line.toLine(careLines.size() + 1, currency));
        }
        return new Claim(
                Words.of(Words.KINDS, kind),
                person,
                received,
                thirdParty,
                provider.toProvider(country),
                prescribed,
                agreement,
                careLines,
                earlier.stream().map(care -> care.toEarlierCare(currency)).toList(),
                dossier == null ? null : Words.of(Words.DOSSIERS, dossier),
                statement,
                invoice == null ? null : new Claim.Invoice(invoice, commitment),
                null);
    }
}
