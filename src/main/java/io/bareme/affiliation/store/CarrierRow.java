package io.bareme.affiliation.store;

import io.bareme.affiliation.Population;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

@Entity
@IdClass(TenantId.class)
@Table(schema = "affiliation", name = "carrier")
class CarrierRow {

    @Id
    private String tenant;

    @Id
    private String id;

    private String name;
    private String country;

    @SuppressWarnings("NullAway.Init")
    protected CarrierRow() {}

    CarrierRow(String tenant, Population.Carrier carrier) {
        this.tenant = tenant;
        this.id = carrier.id();
        this.name = carrier.name();
        this.country = carrier.country();
    }
}
