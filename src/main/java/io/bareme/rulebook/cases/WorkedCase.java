package io.bareme.rulebook.cases;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.SchemeChange;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.ProductKind;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One worked case: a claim, a person's contracts and the figures somebody found.
 *
 * @param id unique among all cases
 * @param source where it was published, or how it was derived
 * @param assumed the day assumed, and why
 * @param earlier claims decided before, in their order: what they take of limits counts
 * @param expected for each line of the claim, in its order
 * @param printed figures that the publication prints and that are wrong: the reason is in
 *     {@code docs/reference/disagreements.md}
 * @param file the file that holds it
 * @param line where it begins in that file
 */
public record WorkedCase(
        String id,
        String title,
        Kind kind,
        String source,
        String assumed,
        Person person,
        List<Contract> contracts,
        Claim claim,
        List<EarlierClaim> earlier,
        List<Expected> expected,
        Map<Figure, Money> printed,
        String file,
        int line) {

    public WorkedCase {
        contracts = List.copyOf(contracts);
        earlier = List.copyOf(earlier);
        expected = List.copyOf(expected);
        printed = Map.copyOf(printed);
    }

    /** How much a case proves. */
    public enum Kind {
        /** Somebody else printed the figures. */
        PUBLISHED,
        /** We computed them by hand from published values. */
        DERIVED,
        /** The contract or the figures are made up. */
        FICTIONAL
    }

    /** Whose care it is. */
    public record Person(Scheme scheme, LocalDate born, Set<Exemption> exemptions, List<SchemeChange> changes) {
        public Person {
            exemptions = Set.copyOf(exemptions);
            changes = List.copyOf(changes);
        }

        /** Somebody whose scheme never changes. */
        public Person(Scheme scheme, LocalDate born, Set<Exemption> exemptions) {
            this(scheme, born, exemptions, List.of());
        }
    }

    /**
     * A claim decided before the case's own.
     *
     * @param relative of another member of the family, under the same contracts
     */
    public record EarlierClaim(Claim claim, boolean relative) {}

    /** One of the person's contracts. */
    public sealed interface Contract {
        DateRange cover();

        boolean suspended();
    }

    /** A level of a product of the edition. */
    public record OfTable(String product, String level, DateRange cover, boolean suspended) implements Contract {}

    /**
     * A contract of which nothing is known but its words for the care in question.
     *
     * @param includesEarlierContracts its amounts count what the contracts before it pay
     * @param paysRefused whether it pays what the compulsory scheme refuses; null where the case does not say
     * @param networks care networks it belongs to; empty where the case says nothing of networks
     * @param limits the words of limits on all that it pays
     * @param deductibles the words of what it keeps back
     * @param families the care that the words are for; empty for all of the claim's
     */
    public record OfWording(
            String wording,
            HeaderReadings readings,
            ProductKind kind,
            boolean responsible,
            boolean includesEarlierContracts,
            @Nullable Boolean paysRefused,
            Set<String> networks,
            List<String> limits,
            List<String> deductibles,
            Set<String> families,
            DateRange cover,
            boolean suspended)
            implements Contract {
        public OfWording {
            networks = Set.copyOf(networks);
            limits = List.copyOf(limits);
            deductibles = List.copyOf(deductibles);
            families = Set.copyOf(families);
        }
    }

    /** {@code FR} or {@code MA}. */
    public String country() {
        return person.scheme().country();
    }
}
