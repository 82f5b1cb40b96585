package io.bareme.affiliation.store;

import io.bareme.affiliation.Population;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

@Entity
@IdClass(TenantId.class)
@Table(schema = "affiliation", name = "contract")
class ContractRow {

    @Id
    private String tenant;

    @Id
    private String id;

    private String carrier;
    private String product;
    private String name;

    @SuppressWarnings("NullAway.Init")
    protected ContractRow() {}

    ContractRow(String tenant, Population.Contract contract) {
        this.tenant = tenant;
        this.id = contract.id();
        this.carrier = contract.carrier();
        this.product = contract.product();
        this.name = contract.name();
    }
}
