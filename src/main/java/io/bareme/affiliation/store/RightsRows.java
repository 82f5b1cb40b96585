package io.bareme.affiliation.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What people hold under enrolments. */
interface RightsRows extends Repository<RightsRow, Long> {

    /** With what the enrolment and its contract say, as known at that moment, in order of payment, then of days. */
    @Query("""
            select new io.bareme.affiliation.store.HeldRights(r, c.product, c.id)
            from RightsRow r
            join EnrolmentRow e on e.tenant = r.tenant and e.household = r.household and e.id = r.enrolment
            join ContractRow c on c.tenant = e.tenant and c.id = e.contract
            where r.tenant = :tenant and r.person in :people
            and r.knownFrom <= :moment and (r.knownTo is null or r.knownTo > :moment)
            order by r.rank, r.enrolment, r.firstDay
            """)
    List<HeldRights> held(String tenant, List<String> people, Instant moment);

    /** Of one person under one enrolment, as known now. */
    @Query("""
            select r from RightsRow r
            where r.tenant = :tenant and r.household = :household and r.enrolment = :enrolment and r.person = :person
            and r.knownTo is null
            """)
    List<RightsRow> known(String tenant, String household, String enrolment, String person);

    @Query("""
            select count(r) > 0 from RightsRow r
            join EnrolmentRow e on e.tenant = r.tenant and e.household = r.household and e.id = r.enrolment
            join ContractRow c on c.tenant = e.tenant and c.id = e.contract
            where r.tenant = :tenant and r.person = :person and r.knownTo is null and c.carrier in :carriers
            """)
    boolean insuredBy(String tenant, String person, Set<String> carriers);

    @Modifying
    @Query("update RightsRow r set r.knownTo = :moment where r.tenant = :tenant and r.id in :ids")
    void stopKnowing(String tenant, List<Long> ids, Instant moment);
}
