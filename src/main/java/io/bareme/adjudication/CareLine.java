package io.bareme.adjudication;

import io.bareme.regulation.ActCode;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of care.
 *
 * @param number from 1, in the claim's order
 * @param quantity how many times the act, session, day or box: 1 to 999
 * @param coefficient what multiplies the letter key; null when the act has none or its default holds
 * @param charge for the whole quantity, zero or more
 * @param given what the claim states of the compulsory side; kept even where it contradicts the regulation
 * @param group lines that bear the same word are settled together; null for a line alone
 */
public record CareLine(
        int number,
        ActCode act,
        LocalDate date,
        int quantity,
        @Nullable BigDecimal coefficient,
        Money charge,
        Given given,
        Circumstances circumstances,
        @Nullable String group) {

    public CareLine {
        if (quantity < 1 || quantity > 999) {
            throw new IllegalArgumentException("A quantity is 1 to 999, not " + quantity);
        }
        if (charge.isNegative()) {
            throw new IllegalArgumentException("A charge is never negative: " + charge);
        }
        if (given.compulsory() != null && given.compulsory().compareTo(charge) > 0) {
            throw new IllegalArgumentException("The compulsory share " + given.compulsory() + " exceeds " + charge);
        }
        Course course = circumstances.course();
        if (course != null && course.began() != null && course.began().isAfter(date)) {
            throw new IllegalArgumentException("Care of " + date + " cannot have begun on " + course.began());
        }
    }

    /**
     * What the claim says of the compulsory side and of what was paid before; null where it is silent.
     *
     * @param compulsory what the scheme pays, or paid where its statement has come
     * @param alreadyPaid what the complementary contracts paid for this line in an earlier file; above the charge after a
     *     lump sum
     * @param claimedByScheme the complement that the scheme paid for the insurer and claims from it (recours)
     */
    public record Given(
            @Nullable Money base,
            @Nullable Money compulsory,
            @Nullable Rate rate,
            @Nullable Money alreadyPaid,
            @Nullable Money claimedByScheme) {
        public static final Given NOTHING = new Given(null, null, null);

        public Given(@Nullable Money base, @Nullable Money compulsory, @Nullable Rate rate) {
            this(base, compulsory, rate, null, null);
        }
    }

    /**
     * What else is known of the line.
     *
     * @param exemptions exemptions from the copayment claimed for this line
     * @param careClass {@code A}, {@code B}, {@code I} or {@code II}
     * @param basket {@code 100-sante}, {@code controlled} or {@code free}
     * @param lens {@code simple}, {@code complex} or {@code very-complex}
     * @param part the tooth, eye or ear it concerns
     * @param quoted a quotation was sent before the care
     * @param refusedByCompulsory the compulsory scheme refused the act
     * @param illness a word that stands for the illness treated, the same in each claim; null when it is not said
     * @param course how the care runs over time; null where the claim says nothing of it
     * @param teeth how many teeth an appliance replaces, 1 to 32; null when it is not said
     */
    public record Circumstances(
            Pathway pathway,
            Set<Exemption> exemptions,
            @Nullable String careClass,
            @Nullable String basket,
            @Nullable String lens,
            @Nullable String part,
            boolean quoted,
            boolean refusedByCompulsory,
            @Nullable String illness,
            @Nullable Course course,
            @Nullable Integer teeth) {

        /** The same of care that replaces no tooth, or does not say. */
        public Circumstances(
                Pathway pathway,
                Set<Exemption> exemptions,
                @Nullable String careClass,
                @Nullable String basket,
                @Nullable String lens,
                @Nullable String part,
                boolean quoted,
                boolean refusedByCompulsory,
                @Nullable String illness,
                @Nullable Course course) {
            this(
                    pathway,
                    exemptions,
                    careClass,
                    basket,
                    lens,
                    part,
                    quoted,
                    refusedByCompulsory,
                    illness,
                    course,
                    null);
        }

        /** A mouth has no more. */
        public static final int MAX_TEETH = 32;

        public static final Circumstances ORDINARY =
                new Circumstances(Pathway.INSIDE, Set.of(), null, null, null, null, false, false, null, null);

        public Circumstances {
            if (teeth != null && (teeth < 1 || teeth > MAX_TEETH)) {
                throw new IllegalArgumentException("An appliance replaces 1 to " + MAX_TEETH + " teeth, not " + teeth);
            }
            exemptions = Set.copyOf(exemptions);
            course = Course.NOTHING.equals(course) ? null : course;
        }
    }

    /** How the care runs over time, as far as the claim says. */
    public Course course() {
        Course said = circumstances.course();
        return said == null ? Course.NOTHING : said;
    }

    /** Where the care stands in the coordinated care pathway (parcours de soins coordonnés, CSS L162-5-3). */
    public enum Pathway {
        INSIDE,
        OUTSIDE,
        /** Emergency, away from home, direct-access specialities. */
        EXEMPT
    }
}
