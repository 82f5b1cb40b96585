package io.bareme.affiliation.store;

import io.bareme.affiliation.Population;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@IdClass(TenantId.class)
@Table(schema = "affiliation", name = "person")
class PersonRow {

    @Id
    private String tenant;

    @Id
    private String id;

    private String household;
    private LocalDate born;

    @SuppressWarnings("NullAway.Init")
    protected PersonRow() {}

    PersonRow(String tenant, Population.Person person) {
        this.tenant = tenant;
        this.id = person.id();
        this.household = person.household();
        this.born = person.born();
    }
}
