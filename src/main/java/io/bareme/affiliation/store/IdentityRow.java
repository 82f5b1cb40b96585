package io.bareme.affiliation.store;

import io.bareme.affiliation.Affiliations;
import io.bareme.affiliation.Population;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

@Entity
@IdClass(TenantId.class)
@Table(schema = "affiliation", name = "identity")
class IdentityRow {

    @Id
    private String tenant;

    @Id
    @Column(name = "person")
    private String id;

    private String firstName;
    private String lastName;
    private String search;

    @SuppressWarnings("NullAway.Init")
    protected IdentityRow() {}

    IdentityRow(String tenant, Population.Person person) {
        this.tenant = tenant;
        this.id = person.id();
        this.firstName = person.firstName();
        this.lastName = person.lastName();
        this.search = Affiliations.folded(person.lastName() + " " + person.firstName() + " " + person.id());
    }
}
