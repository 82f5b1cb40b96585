package io.bareme.affiliation.store;

import io.bareme.affiliation.Population;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@IdClass(HouseholdId.class)
@Table(schema = "affiliation", name = "enrolment")
class EnrolmentRow {

    @Id
    private String tenant;

    @Id
    private String household;

    @Id
    private String id;

    private String contract;
    private LocalDate since;

    @SuppressWarnings("NullAway.Init")
    protected EnrolmentRow() {}

    EnrolmentRow(String tenant, Population.Enrolled enrolled) {
        this.tenant = tenant;
        this.household = enrolled.household();
        this.id = enrolled.id();
        this.contract = enrolled.contract();
        this.since = enrolled.since();
    }
}
