package io.bareme.adjudication;

import java.math.BigDecimal;
import java.util.Objects;

/** Care that a claim states twice, or that earlier care of the same professional was already. */
record RepeatedCare(Claim claim) {

    boolean has(CareLine line) {
        boolean twice = claim.lines().stream()
                .anyMatch(other -> other.number() < line.number()
                        && other.act().equals(line.act())
                        && other.date().equals(line.date())
                        && sameCoefficient(other, line)
                        && Objects.equals(
                                other.circumstances().part(),
                                line.circumstances().part()));
        return twice
                || claim.dossier() != Dossier.REMAINDER
                        && claim.earlier().stream()
                                .anyMatch(earlier -> earlier.act().equals(line.act())
                                        && (line.coefficient() == null
                                                || earlier.charge().equals(line.charge()))
                                        && earlier.date().equals(line.date())
                                        && earlier.provider()
                                                .equals(claim.provider().id())
                                        && Objects.equals(
                                                earlier.part(),
                                                line.circumstances().part()));
    }

    /** B 60 and B 35 are two tests: a letter key alone is no act. */
    private static boolean sameCoefficient(CareLine one, CareLine other) {
        BigDecimal first = one.coefficient();
        BigDecimal second = other.coefficient();
        return first == null || second == null ? first == second : first.compareTo(second) == 0;
    }
}
