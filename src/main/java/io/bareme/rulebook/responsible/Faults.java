package io.bareme.rulebook.responsible;

import io.bareme.guarantee.Guarantee;
import io.bareme.rulebook.files.Departure;
import io.bareme.rulebook.files.Problems;
import io.bareme.rulebook.files.ResponsibleClaim;
import io.bareme.values.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is found against one table: each fault of a cell once, and what the table leaves out in one problem. */
final class Faults {

    private static final String MAYBE =
            "\"responsible: false\" in product.yaml, if the contract does not claim to be one";

    private final ResponsibleClaim claim;
    private final Problems problems;
    private final Set<Departure> used = new HashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final SortedMap<String, Set<String>> leftOut = new TreeMap<>();

    Faults(ResponsibleClaim claim, Problems problems) {
        this.claim = claim;
        this.problems = problems;
    }

    /** Against a cell, unless its fiche names it as one that departs from the law. */
    void at(Column column, Guarantee guarantee, String fault, @Nullable Source law, String message) {
        at(column, guarantee, fault, law, message, MAYBE);
    }

    void at(Column column, Guarantee guarantee, String fault, @Nullable Source law, String message, String maybe) {
        if (!isKnown(column, guarantee) && reported.add(guarantee.source().place() + fault)) {
            problems.add(
                    guarantee.source().file(),
                    guarantee.source().place(),
                    guarantee.wording(),
                    message,
                    law == null ? "what CSS R871-1 and R871-2 allow" : law.reference(),
                    maybe);
        }
    }

    /** Against a limit or a deductible that the fiche lays on several lines: once, whatever care shows it. */
    void atTerm(Source place, String wording, @Nullable Source law, String message) {
        if (reported.add(place.place() + wording)) {
            problems.add(place.file(), place.place(), wording, message, law == null ? "" : law.reference(), MAYBE);
        }
    }

    /** No line of the table names the family, of which the law makes the contract pay something. */
    void leftOut(String family, @Nullable Source law) {
        leftOut.computeIfAbsent(law == null ? "CSS R871-2" : law.reference(), _ -> new TreeSet<>())
                .add(family);
    }

    /** Said by the fiche: it is printed so, and held to the law when it is paid. */
    private boolean isKnown(Column column, Guarantee guarantee) {
        Departure here = new Departure(guarantee.line(), column.level().id());
        boolean known = claim.departures().contains(here);
        if (known) {
            used.add(here);
        }
        return known;
    }

    /** Once every column was examined. */
    void close() {
        refuseUnused();
        if (leftOut.isEmpty() || claim.excerpt()) {
            return;
        }
        StringBuilder families = new StringBuilder();
        leftOut.forEach((law, names) -> families.append(families.isEmpty() ? "" : "; ")
                .append(String.join(", ", widest(names)))
                .append(" (")
                .append(law)
                .append(')'));
        problems.add(
                claim.fiche(),
                "responsible",
                "true",
                "no line names care that a responsible contract pays at least in part: " + families,
                "a line for each of these families",
                "\"excerpt: …\", if the table holds a part only of what the contract guarantees");
    }

    /** Without the families below another of them. */
    private static List<String> widest(Set<String> names) {
        return names.stream()
                .filter(name -> names.stream().noneMatch(other -> name.startsWith(other + ".")))
                .toList();
    }

    /** A departure that departs from nothing is no longer true of the table. */
    private void refuseUnused() {
        claim.departures().stream()
                .filter(departure -> !used.contains(departure))
                .forEach(departure -> problems.add(
                        claim.fiche(),
                        "departs from responsible",
                        departure.line() + ", " + departure.level(),
                        "this cell says nothing that a responsible contract may not pay",
                        "cells that the law corrects",
                        null));
    }
}
