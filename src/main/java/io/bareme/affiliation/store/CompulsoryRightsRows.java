package io.bareme.affiliation.store;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The compulsory schemes of people. */
interface CompulsoryRightsRows extends Repository<CompulsoryRightsRow, Long> {

    /** As known now. */
    @Query("select c from CompulsoryRightsRow c where c.tenant = :tenant and c.person = :person and c.knownTo is null")
    List<CompulsoryRightsRow> known(String tenant, String person);

    @Modifying
    @Query("update CompulsoryRightsRow c set c.knownTo = :moment where c.tenant = :tenant and c.id in :ids")
    void stopKnowing(String tenant, List<Long> ids, Instant moment);
}
