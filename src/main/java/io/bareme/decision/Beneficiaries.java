package io.bareme.decision;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.SchemeChange;
import io.bareme.affiliation.Affiliations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

        /** Nobody bears the number, or nobody whom the caller may ask for. */
        record Nobody() implements Found {}

        /**
         * There is such a person, but their rights cannot be told for the whole claim; a code of {@code reasons}.
         *
         * @param scheme one they have or had, for the currency; null when none is known
         */
        record Unclear(String reason, @Nullable Scheme scheme) implements Found {}
    }

    /**
     * A member of the carriers that the caller may ask for.
     *
     * @param days the days of care, one or more
     * @param knownAt rights as they were known then
     */
    Found find(Caller caller, String member, SortedSet<LocalDate> days, Instant knownAt) {
        String tenant = caller.tenant();
        if (!caller.carriers().isEmpty() && !affiliations.isInsuredBy(tenant, member, caller.carriers())) {
            return new Found.Nobody();
        }
        List<Optional<Rights>> rights = days.stream()
                .map(day -> affiliations.rightsOn(tenant, member, day, knownAt))
                .distinct()
                .toList();
        Optional<Rights> theirs = together(tenant, member, days, knownAt, rights);
        if (theirs.isEmpty() && rights.size() > 1) {
            return new Found.Unclear("rights-differ", scheme(rights));
        }
        if (theirs.isPresent()) {
            return new Found.Known(theirs.get());
        }
        return affiliations.member(tenant, member).isPresent()
                ? new Found.Unclear("scheme-unknown", scheme(List.of(today(tenant, member, knownAt))))
                : new Found.Nobody();
    }

    /** The rights on the days of a claim as they were known when the commitment that it calls on was made. */
    Rights promised(Caller caller, Claim claim, Rights now, @Nullable Called called) {
        return called != null
                        && find(
                                        caller,
                                        now.person(),
                                        days(claim),
                                        called.authorization().received())
                                instanceof Found.Known(Rights then)
                ? then
                : now;
    }

    /** The days of care of a claim. */
    static SortedSet<LocalDate> days(Claim claim) {
        return claim.lines().stream().map(CareLine::date).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The rights of the first day, with what changes on later days of care where only the scheme and its exemptions
     * do, within one country; empty when more changes, or nothing is known on one of the days.
     */
    private Optional<Rights> together(
            String tenant, String member, SortedSet<LocalDate> days, Instant knownAt, List<Optional<Rights>> distinct) {
        Optional<Rights> first = distinct.getFirst();
        if (distinct.size() == 1 || distinct.stream().anyMatch(Optional::isEmpty)) {
            return distinct.size() == 1 ? first : Optional.empty();
        }
        List<SchemeChange> changes = new ArrayList<>();
        Rights last = first.orElseThrow();
        for (LocalDate day : days) {
            Rights then = affiliations.rightsOn(tenant, member, day, knownAt).orElseThrow();
            if (!sameContracts(last, then)) {
                return Optional.empty();
            }
            if (!last.equals(then)) {
                changes.add(new SchemeChange(day, then.scheme(), then.exemptions()));
            }
            last = then;
        }
        return first.map(rights -> rights.with(changes));
    }

    private static boolean sameContracts(Rights one, Rights other) {
        return one.scheme().country().equals(other.scheme().country())
                && one.household().equals(other.household())
                && one.enrolments().equals(other.enrolments());
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
