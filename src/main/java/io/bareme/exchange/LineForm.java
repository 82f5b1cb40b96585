package io.bareme.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.Course;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of care.
 *
 * @param rate a fraction: {@code 0.7} is 70 %
 */
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

        @Schema(description = "The tooth by its FDI number, or the eye or ear: left, right.", example = "16") @Nullable
        String part,

        @Schema(description = "A quotation was sent before the care.", defaultValue = "false")
        boolean quoted,

        @Schema(description = "The compulsory scheme refused the act.", defaultValue = "false")
        boolean refusedByCompulsory,

        @Schema(
                description = "A word for the illness treated, the same in each claim; limits by illness count by it.",
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

        @Schema(description = "What the complementary contracts already paid for this line, in an AMC file.") @Nullable
        BigDecimal alreadyPaid,

        @Schema(description = "The complement that the scheme paid and claims from the insurer, in an AMC file.")
        @Nullable
        BigDecimal claimedByScheme) {

    CareLine toLine(int number, Currency currency) {
        return new CareLine(
                number,
                Words.act(act),
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
                        Words.exemptions(exemptions),
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
