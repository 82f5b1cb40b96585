package io.bareme.affiliation.store;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** People, their identities, and the versions of what is known of their rights. */
interface PersonRows extends Repository<PersonRow, TenantId> {

    /** A moment after everything that is known. */
    Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    boolean existsByTenant(String tenant);

    /** Held until the end of the transaction, so that corrections of one person follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PersonRow p where p.tenant = :tenant and p.id = :person")
    Optional<PersonRow> locked(String tenant, String person);

    @Query("""
            select v from RightsVersionRow v
            where v.tenant = :tenant and v.person = :person and v.knownFrom <= :moment
            order by v.knownFrom desc limit 1
            """)
    Optional<RightsVersionRow> versionAt(String tenant, String person, Instant moment);

    /** Those whose searchable words match every pattern, with their scheme of today. */
    @Query(nativeQuery = true, value = """
            select p.id, i.first_name as "firstName", i.last_name as "lastName", p.born, c.scheme
            from affiliation.identity i
            join affiliation.person p on p.tenant = i.tenant and p.id = i.person
            left join affiliation.compulsory_rights c on c.tenant = p.tenant and c.person = p.id
                and daterange(c.first_day, c.last_day, '[]') @> cast(:today as date) and c.known_to is null
            where i.tenant = :tenant and i.search like all (:patterns)
            order by i.last_name, i.first_name, i.person
            offset :skip limit :size
            """)
    List<Found> matching(String tenant, String[] patterns, LocalDate today, int skip, int size);

    /** The one of that number, with their scheme of today. */
    @Query(nativeQuery = true, value = """
            select p.id, i.first_name as "firstName", i.last_name as "lastName", p.born, c.scheme
            from affiliation.identity i
            join affiliation.person p on p.tenant = i.tenant and p.id = i.person
            left join affiliation.compulsory_rights c on c.tenant = p.tenant and c.person = p.id
                and daterange(c.first_day, c.last_day, '[]') @> cast(:today as date) and c.known_to is null
            where i.tenant = :tenant and i.person = :person
            """)
    List<Found> numbered(String tenant, String person, LocalDate today);

    /** A person as a list shows them. */
    interface Found {
        String getId();

        String getFirstName();

        String getLastName();

        LocalDate getBorn();

        @Nullable
        String getScheme();
    }
}
