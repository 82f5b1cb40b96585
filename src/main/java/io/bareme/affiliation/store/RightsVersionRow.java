package io.bareme.affiliation.store;

import io.bareme.affiliation.RightsRecords.Known;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change of what is known of a person's rights. */
@Entity
@IdClass(VersionId.class)
@Table(schema = "affiliation", name = "rights_version")
class RightsVersionRow {

    @Id
    private String tenant;

    @Id
    private String person;

    @Id
    private long version;

    private Instant knownFrom;

    @SuppressWarnings("NullAway.Init")
    protected RightsVersionRow() {}

    RightsVersionRow(String tenant, String person, Known known) {
        this.tenant = tenant;
        this.person = person;
        this.version = known.version();
        this.knownFrom = known.from();
    }

    Known known() {
        return new Known(version, knownFrom);
    }
}
