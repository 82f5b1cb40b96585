package io.bareme.affiliation.store;

import io.bareme.affiliation.Correction;
import io.bareme.values.DateRange;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a person holds under an enrolment over some days, as known over some time. */
@Entity
@Table(schema = "affiliation", name = "rights")
class RightsRow implements DatedRow<RightsRow> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String tenant;
    private String household;
    private String enrolment;
    private String person;
    private LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private Instant knownFrom;
    private @Nullable Instant knownTo;
    private String level;
    private int rank;
    private boolean suspended;

    @SuppressWarnings("NullAway.Init")
    protected RightsRow() {}

    RightsRow(String tenant, Correction.Enrolled held, Instant knownFrom) {
        this.tenant = tenant;
        this.household = held.household();
        this.enrolment = held.enrolment();
        this.person = held.person();
        this.firstDay = held.days().first();
        this.lastDay = held.days().last();
        this.knownFrom = knownFrom;
        this.level = held.level();
        this.rank = held.rank();
        this.suspended = held.suspended();
    }

    @Override
    public @Nullable Long id() {
        return id;
    }

    @Override
    public DateRange days() {
        return new DateRange(firstDay, lastDay);
    }

    @Override
    public RightsRow over(DateRange days, Instant from) {
        return new RightsRow(
                tenant, new Correction.Enrolled(person, household, enrolment, days, level, rank, suspended), from);
    }

    String household() {
        return household;
    }

    String enrolment() {
        return enrolment;
    }

    String person() {
        return person;
    }

    String level() {
        return level;
    }

    boolean suspended() {
        return suspended;
    }
}
