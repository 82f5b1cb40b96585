package io.bareme.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a guarantee's wording: what the complementary contract is entitled to pay for one care line, before
 * the legal frame and before the rule that nobody is paid more than was charged. Every reading that the table's header
 * leaves to context is settled in the formula itself, so it means the same wherever it is read.
 */
public sealed interface Formula {

    /** Néant, non couvert. */
    record Nothing() implements Formula {}

    /** An amount, less the compulsory share where the reading says so; never below nothing. */
    record Term(Measure measure, Reading reading) implements Formula {}

    /** Several amounts added; only the first may deduct the compulsory share. At least two parts, none a sum. */
    record Sum(List<Formula> parts) implements Formula {
        public Sum {
            parts = List.copyOf(parts);
            if (parts.size() < 2 || parts.stream().anyMatch(Sum.class::isInstance)) {
                throw new IllegalArgumentException("A sum has two parts or more, and none is a sum: " + parts);
            }
        }
    }

    /** At most the cap; the cap itself may count the compulsory share within it. */
    record Capped(Formula formula, Measure cap, Reading reading) implements Formula {}

    /** At least the floor; the floor itself may count the compulsory share within it. */
    record Floored(Formula formula, Measure floor, Reading reading) implements Formula {}

    /** The formula's money is given for each unit: multiplied by the line's quantity. */
    record PerUnit(Formula formula, Unit unit) implements Formula {}

    /** Within limits over time; once they are reached, {@code beyond} if the wording has one, else nothing. */
    record Limited(
            Formula formula, List<Limit> limits, @Nullable Formula beyond) implements Formula {
        public Limited {
            limits = List.copyOf(limits);
            if (limits.isEmpty()) {
                throw new IllegalArgumentException("A limited formula has one limit or more");
            }
        }
    }

    /** "100 % Santé", "prise en charge intégrale dans le respect des PLV": the whole remainder within the regulated price ceiling. */
    record FullCover() implements Formula {}

    /** The first alternative whose condition holds; nothing when none does. */
    record ByCase(List<Alternative> alternatives) implements Formula {
        public ByCase {
            alternatives = List.copyOf(alternatives);
            if (alternatives.size() < 2) {
                throw new IllegalArgumentException("A choice has two alternatives or more");
            }
        }
    }

    /** One alternative of a choice; without a condition it is what applies otherwise. */
    record Alternative(@Nullable Condition condition, Formula formula) {}
}
