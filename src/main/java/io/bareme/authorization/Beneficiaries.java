package io.bareme.authorization;

import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.affiliation.Affiliations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Finds the rights that one claim is decided on. */
final class Beneficiaries {

    private final Affiliations affiliations;

    Beneficiaries(Affiliations affiliations) {
        this.affiliations = affiliations;
    }

    /** What is known of a beneficiary. */
    sealed interface Found {
        record Known(Rights rights) implements Found {}

        /** Nobody bears the number. */
        record Nobody() implements Found {}

        /**
         * There is such a person, but their rights cannot be told for the whole claim; a code of {@code reasons}.
         *
         * @param scheme one they have or had, for the currency; null when none is known
         */
        record Unclear(String reason, @Nullable Scheme scheme) implements Found {}
    }

    /**
     * @param days the days of care, one or more
     * @param knownAt rights as they were known then
     */
    Found find(String tenant, String member, SortedSet<LocalDate> days, Instant knownAt) {
        List<Optional<Rights>> rights = days.stream()
                .map(day -> affiliations.rightsOn(tenant, member, day, knownAt))
                .distinct()
                .toList();
        if (rights.size() > 1) {
            return new Found.Unclear("rights-differ", scheme(rights));
        }
        Optional<Rights> theirs = rights.getFirst();
        if (theirs.isPresent()) {
            return new Found.Known(theirs.get());
        }
        return affiliations.member(tenant, member).isPresent()
                ? new Found.Unclear("scheme-unknown", scheme(List.of(today(tenant, member, knownAt))))
                : new Found.Nobody();
    }

    private Optional<Rights> today(String tenant, String member, Instant knownAt) {
        return affiliations.rightsOn(tenant, member, LocalDate.ofInstant(knownAt, ZoneOffset.UTC), knownAt);
    }

    private static @Nullable Scheme scheme(List<Optional<Rights>> rights) {
        return rights.stream()
                .flatMap(Optional::stream)
                .map(Rights::scheme)
                .findFirst()
                .orElse(null);
    }
}
