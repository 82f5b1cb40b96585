package io.bareme.affiliation.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

@Entity
@IdClass(TenantId.class)
@Table(schema = "affiliation", name = "household")
class HouseholdRow {

    @Id
    private String tenant;

    @Id
    private String id;

    @SuppressWarnings("NullAway.Init")
    protected HouseholdRow() {}

    HouseholdRow(String tenant, String id) {
        this.tenant = tenant;
        this.id = id;
    }
}
