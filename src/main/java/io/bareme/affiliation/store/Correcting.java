package io.bareme.affiliation.store;

import io.bareme.affiliation.Correction;
import io.bareme.affiliation.RightsRecords.Known;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Writes one correction: rows it touches are no longer known, new ones say what is. */
final class Correcting {

    private final String tenant;
    private final PersonRows people;
    private final RightsRows rights;
    private final CompulsoryRightsRows compulsory;
    private final EntityManager rows;

    Correcting(
            String tenant, PersonRows people, RightsRows rights, CompulsoryRightsRows compulsory, EntityManager rows) {
        this.tenant = tenant;
        this.people = people;
        this.rights = rights;
        this.compulsory = compulsory;
        this.rows = rows;
    }

    void write(Correction correction, Instant from) {
        Instant known = newVersion(correction.person(), from);
        switch (correction) {
            case Correction.Enrolled held -> {
                requireEnrolment(held.household(), held.enrolment());
                clear(held.household(), held.enrolment(), held, known);
                rows.persist(new RightsRow(tenant, held, known));
            }
            case Correction.NotEnrolled none -> {
                requireEnrolment(none.household(), none.enrolment());
                clear(none.household(), none.enrolment(), none, known);
            }
            case Correction.Compulsory held -> {
                clear(held, known);
                rows.persist(new CompulsoryRightsRow(tenant, held, known));
            }
        }
    }

    /** After every earlier version, to the microsecond that the database keeps. */
    private Instant newVersion(String person, Instant from) {
        if (people.locked(tenant, person).isEmpty()) {
            throw new IllegalArgumentException("There is no person " + person);
        }
        Known latest = people.versionAt(tenant, person, PersonRows.LATEST)
                .map(RightsVersionRow::known)
                .orElse(new Known(0, Instant.EPOCH));
        Instant asked = from.truncatedTo(ChronoUnit.MICROS);
        Instant next = latest.from().plus(1, ChronoUnit.MICROS);
        Instant known = asked.isBefore(next) ? next : asked;
        rows.persist(new RightsVersionRow(tenant, person, new Known(latest.version() + 1, known)));
        return known;
    }

    private void requireEnrolment(String household, String enrolment) {
        if (rows.find(EnrolmentRow.class, new HouseholdId(tenant, household, enrolment)) == null) {
            throw new IllegalArgumentException("The household " + household + " has no enrolment " + enrolment);
        }
    }

    private void clear(String household, String enrolment, Correction correction, Instant known) {
        var overlay =
                Overlay.of(rights.known(tenant, household, enrolment, correction.person()), correction.days(), known);
        rights.stopKnowing(tenant, ids(overlay.touched()), known);
        overlay.remnants().forEach(rows::persist);
    }

    private void clear(Correction.Compulsory correction, Instant known) {
        var overlay = Overlay.of(compulsory.known(tenant, correction.person()), correction.days(), known);
        compulsory.stopKnowing(tenant, ids(overlay.touched()), known);
        overlay.remnants().forEach(rows::persist);
    }

    private static List<Long> ids(List<? extends DatedRow<?>> touched) {
        return touched.stream().map(row -> Objects.requireNonNull(row.id())).toList();
    }
}
