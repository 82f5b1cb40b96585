package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.Nomenclature;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first day of the stay that each line of a claim belongs to: what the claim says ({@code began}), else the first day
 * of what the line is settled with, or of care at the same professional that it follows without a break, earlier or in
 * the claim itself. A stay billed in several claims or lines is one stay.
 */
final class StayBeginnings {

    /** Families whose quantity is days or nights that follow each other. */
    static final Set<String> STAYS = Set.of("hospital.stay", "hospital.daily-charge", "hospital.private-room");

    private final Claim claim;
    private final Nomenclature nomenclature;

    StayBeginnings(Claim claim, Nomenclature nomenclature) {
        this.claim = claim;
        this.nomenclature = nomenclature;
    }

    /** By the line's number. */
    Map<Integer, LocalDate> all() {
        Map<Integer, LocalDate> days = new HashMap<>();
        for (CareLine line : claim.lines()) {
            days.put(line.number(), of(line));
        }
        return days;
    }

    LocalDate of(CareLine line) {
        List<CareLine> together = claim.lines().stream()
                .filter(other -> other.number() == line.number()
                        || line.group() != null && line.group().equals(other.group()))
                .toList();
        LocalDate first =
                together.stream().map(CareLine::date).min(LocalDate::compareTo).orElse(line.date());
        return together.stream()
                .map(other -> other.course().began())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .filter(said -> said.isBefore(first))
                .orElseGet(() -> followed(first));
    }

    private LocalDate followed(LocalDate day) {
        LocalDate first = day;
        boolean found = true;
        while (found) {
            LocalDate until = first;
            LocalDate before = known().filter(stay -> stay.leadsTo(until))
                    .map(Days::first)
                    .min(LocalDate::compareTo)
                    .orElse(until);
            found = before.isBefore(first);
            first = before;
        }
        return first;
    }

    /** Days at the professional, billed earlier or by the claim itself. */
    private record Days(LocalDate first, int days) {

        boolean leadsTo(LocalDate day) {
            return first.isBefore(day) && !first.plusDays(days).isBefore(day);
        }
    }

    private Stream<Days> known() {
        String professional = claim.provider().id();
        Stream<Days> earlier = claim.earlier().stream()
                .filter(care -> care.provider().equals(professional) && isStay(care.act()))
                .map(care -> new Days(care.date(), care.times()));
        Stream<Days> own = claim.lines().stream()
                .filter(line -> isStay(line.act()))
                .map(line -> new Days(line.date(), line.quantity()));
        return Stream.concat(earlier, own);
    }

    private boolean isStay(ActCode code) {
        Act act = nomenclature.act(code);
        return act != null && nomenclature.lineage(act.family()).stream().anyMatch(STAYS::contains);
    }
}
