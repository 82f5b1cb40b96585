package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Course;
import io.bareme.adjudication.EarlierCare;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.SchemeChange;
import io.bareme.regulation.ActCode;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A claim as JSON, checked by {@link ClaimReader}: every word, day and figure in it is valid. Amounts are in the
 * currency of the beneficiary's scheme.
 *
 * @param rate a fraction: {@code 0.7} is 70 %
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

    /** The person of an inline cover, and the household. */
    static final String SIMULATED = "simulated";

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
            return new Rights(SIMULATED, SIMULATED, born, of, ClaimForm.exemptions(exemptions), enrolments)
                    .with(then.stream().map(ChangeForm::toChange).toList());
        }
    }

    /** A change of scheme or exemptions. */
    @Schema(name = "SchemeChange")
    public record ChangeForm(
            @Schema(description = "The first day of care it holds for.", example = "2025-07-01")
            LocalDate from,

            @Schema(
                    description = "A scheme of the same country.",
                    allowableValues = {"fr-general", "fr-alsace-moselle", "fr-c2s", "ma-cnss", "ma-cnops", "none"})
            String scheme,

            @Schema(allowableValues = {"ald", "alc", "maternity", "work-accident", "disability"})
            List<String> exemptions) {

        SchemeChange toChange() {
            return new SchemeChange(from, Words.of(Words.SCHEMES, scheme), ClaimForm.exemptions(exemptions));
        }
    }

    /** One contract of an inline cover. */
    @Schema(name = "Contract")
    public record ContractForm(
            @Schema(example = "ccn-formation") String product,
            @Schema(example = "niveau-1") String level,

            @Schema(description = "The first day of care it covers; 1990-01-01 when absent.", example = "2018-01-01")
            LocalDate from,

            @Schema(description = "The last day of care it covers; open when absent.") @Nullable
            LocalDate to) {}

    /** Who gives the care. */
    @Schema(name = "Provider")
    public record ProviderForm(
            @Schema(description = "The professional's pseudonymous number.", example = "prov-42")
            String id,

            @Schema(example = "dentist") String profession,

            @Schema(
                    description = "What the professional has agreed to charge, or the establishment's sector.",
                    allowableValues = {
                        "sector-1",
                        "optam",
                        "non-optam",
                        "non-conventioned",
                        "private",
                        "public",
                        "unspecified"
                    })
            String category,

            @Schema(description = "Care networks the professional belongs to.", example = "[\"kalixia\"]")
            List<String> networks,

            @Schema(description = "ISO 3166, two letters; the scheme's country when absent.", example = "FR") @Nullable
            String country) {

        Provider toProvider(String homeCountry) {
            return new Provider(
                    id,
                    profession,
                    Words.of(Words.CATEGORIES, category),
                    Set.copyOf(networks),
                    country == null ? homeCountry : country);
        }
    }

    /** One line of care. */
    @Schema(name = "CareLine")
    public record LineForm(
            @Schema(
                    description = "System and code. Systems: CCAM, NGAP, LPP, CIP, NGAP_MA, FORFAIT_MA, CIP_MA, LOCAL.",
                    example = "CCAM HBLD634")
            String act,

            @Schema(example = "2024-06-01") LocalDate date,

            @Schema(minimum = "1", maximum = "999", defaultValue = "1")
            int quantity,

            @Schema(description = "What multiplies the letter key, where the act has one.") @Nullable
            BigDecimal coefficient,

            @Schema(
                    description = "For the whole quantity, 0 to 1000000.00, at most two decimals; text or number.",
                    example = "539.00")
            BigDecimal charge,

            @Schema(description = "The base, when known; kept even where it contradicts the regulation, and reported.")
            @Nullable
            BigDecimal base,

            @Schema(description = "The compulsory share, when known; kept, and reported where it differs.") @Nullable
            BigDecimal compulsory,

            @Schema(description = "The compulsory rate, when known.", example = "70 %", type = "string") @Nullable
            BigDecimal rate,

            @Schema(
                    description = "Inside the care pathway, outside, or exempt from it.",
                    allowableValues = {"in", "out", "exempt"},
                    defaultValue = "in")
            String pathway,

            @Schema(allowableValues = {"ald", "alc", "maternity", "work-accident", "disability", "newborn"})
            List<String> exemptions,

            @Schema(
                    name = "class",
                    description = "A or B: optics; I or II: hearing aids.",
                    allowableValues = {"A", "B", "I", "II"})
            @JsonProperty("class")
            @Nullable
            String careClass,

            @Schema(allowableValues = {"100-sante", "controlled", "free"}) @Nullable
            String basket,

            @Schema(allowableValues = {"simple", "complex", "very-complex"}) @Nullable
            String lens,

            @Schema(description = "The tooth by its FDI number, or the eye or ear: left, right.", example = "16")
            @Nullable
            String part,

            @Schema(description = "A quotation was sent before the care.", defaultValue = "false")
            boolean quoted,

            @Schema(description = "The compulsory scheme refused the act.", defaultValue = "false")
            boolean refusedByCompulsory,

            @Schema(
                    description =
                            "A word for the illness treated, the same in each claim; limits by illness count by it.",
                    example = "asthma")
            @Nullable
            String illness,

            @Schema(
                    description = "First day of the treatment, or of stays that follow each other without a break.",
                    example = "2024-05-01")
            @Nullable
            LocalDate began,

            @Schema(
                    description = "How many days the quantity spreads over: some caps are by day.",
                    minimum = "1",
                    maximum = "999",
                    defaultValue = "1")
            int days,

            @Schema(
                    description = "How the stay ended.",
                    allowableValues = {"home", "death", "transfer"})
            @Nullable
            String discharge,

            @Schema(
                    description = "Why the daily charge is not due, or that it is.",
                    allowableValues = {
                        "due",
                        "maternity",
                        "newborn",
                        "work-accident",
                        "disabled-child",
                        "home-hospital",
                        "war-pension",
                        "organ-donor"
                    })
            @Nullable
            String dailyCharge,

            @Schema(
                    description = "Why an optical equipment is renewed before its time.",
                    allowableValues = {"eyesight", "medical", "frame-fit"})
            @Nullable
            String renewal,

            @Schema(description = "How many teeth an appliance replaces.", minimum = "1", maximum = "32") @Nullable
            Integer teeth,

            @Schema(description = "Lines that bear the same word are settled together.") @Nullable
            String group,

            @Schema(description = "What the complementary contracts already paid for this line, in an AMC file.")
            @Nullable
            BigDecimal alreadyPaid,

            @Schema(description = "The complement that the scheme paid and claims from the insurer, in an AMC file.")
            @Nullable
            BigDecimal claimedByScheme) {

        CareLine toLine(int number, Currency currency) {
            return new CareLine(
                    number,
                    ClaimForm.act(act),
                    date,
                    quantity,
                    coefficient,
                    Money.of(charge, currency),
                    new Given(
                            base == null ? null : Money.of(base, currency),
                            compulsory == null ? null : Money.of(compulsory, currency),
                            rate == null ? null : new Rate(rate),
                            alreadyPaid == null ? null : Money.of(alreadyPaid, currency),
                            claimedByScheme == null ? null : Money.of(claimedByScheme, currency)),
                    new Circumstances(
                            Words.of(Words.PATHWAYS, pathway),
                            ClaimForm.exemptions(exemptions),
                            careClass,
                            basket,
                            lens,
                            part,
                            quoted,
                            refusedByCompulsory,
                            illness,
                            course(),
                            teeth),
                    group);
        }

        private Course course() {
            return new Course(
                    began,
                    days == 1 ? null : days,
                    discharge == null ? null : Words.of(Words.DISCHARGES, discharge),
                    dailyCharge == null ? null : Words.of(Words.DAILY_CHARGES, dailyCharge),
                    renewal == null ? null : Words.of(Words.RENEWALS, renewal));
        }
    }

    /** Care already given. */
    @Schema(name = "EarlierCare")
    public record EarlierForm(
            @Schema(example = "CCAM HBLD634") String act,
            @Schema(example = "2024-05-01") LocalDate date,

            @Schema(description = "The professional's number.", example = "prov-42")
            String provider,

            @Schema(example = "539.00") BigDecimal charge,
            @Nullable String part,

            @Schema(minimum = "1", maximum = "999", defaultValue = "1")
            int quantity,

            @Schema(description = "What the compulsory scheme paid for it, when known.") @Nullable
            BigDecimal compulsory) {

        EarlierCare toEarlierCare(Currency currency) {
            return new EarlierCare(
                    ClaimForm.act(act),
                    date,
                    provider,
                    Money.of(charge, currency),
                    part,
                    quantity == 1 ? null : quantity,
                    compulsory == null ? null : Money.of(compulsory, currency));
        }
    }

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

    private static ActCode act(String words) {
        int blank = words.indexOf(' ');
        return new ActCode(Words.of(Words.SYSTEMS, words.substring(0, blank)), words.substring(blank + 1));
    }

    private static Set<Exemption> exemptions(List<String> words) {
        EnumSet<Exemption> exemptions = EnumSet.noneOf(Exemption.class);
        for (String word : words) {
            exemptions.add(Words.of(Words.EXEMPTIONS, word));
        }
        return exemptions;
    }
}
