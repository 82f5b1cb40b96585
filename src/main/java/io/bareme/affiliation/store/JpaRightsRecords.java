package io.bareme.affiliation.store;

import io.bareme.affiliation.Correction;
import io.bareme.affiliation.MemberSummary;
import io.bareme.affiliation.Population;
import io.bareme.affiliation.RightsHistory;
import io.bareme.affiliation.RightsRecords;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Contracts, members and rights in PostgreSQL. Each question costs a fixed number of statements, however many it finds. */
@Component
@Transactional
class JpaRightsRecords implements RightsRecords {

    private final PersonRows people;
    private final RightsRows rights;
    private final CompulsoryRightsRows compulsory;
    private final EntityManager rows;
    private final RightsReading reading;

    JpaRightsRecords(
            PersonRows people,
            RightsRows rights,
            CompulsoryRightsRows compulsory,
            EntityManager rows,
            RightsReading reading) {
        this.people = people;
        this.rights = rights;
        this.compulsory = compulsory;
        this.rows = rows;
        this.reading = reading;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<PersonAt, Known> knownAt(String tenant, List<PersonAt> asked) {
        return reading.knownAt(tenant, asked);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<PersonAt, RightsHistory> histories(String tenant, List<PersonAt> asked) {
        return reading.histories(tenant, asked);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MemberSummary> members(String tenant, List<String> pieces, LocalDate today, int skip, int size) {
        String[] patterns = pieces.stream().map(Patterns::containing).toArray(String[]::new);
        return summaries(tenant, people.matching(tenant, patterns, today, skip, size));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MemberSummary> member(String tenant, String id, LocalDate today) {
        return summaries(tenant, people.numbered(tenant, id, today)).stream().findFirst();
    }

    private List<MemberSummary> summaries(String tenant, List<PersonRows.Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> ids = found.stream().map(PersonRows.Found::getId).toList();
        Map<String, List<MemberSummary.Held>> held = rights.held(tenant, ids, PersonRows.LATEST).stream()
                .collect(Collectors.groupingBy(
                        one -> one.row().person(), Collectors.mapping(JpaRightsRecords::held, Collectors.toList())));
        return found.stream().map(one -> summary(one, held)).toList();
    }

    private static MemberSummary summary(PersonRows.Found found, Map<String, List<MemberSummary.Held>> held) {
        String scheme = found.getScheme();
        return new MemberSummary(
                found.getId(),
                found.getFirstName(),
                found.getLastName(),
                found.getBorn(),
                scheme == null ? null : CompulsoryRightsRow.scheme(scheme),
                held.getOrDefault(found.getId(), List.of()));
    }

    private static MemberSummary.Held held(HeldRights held) {
        RightsRow row = held.row();
        return new MemberSummary.Held(held.contract(), held.product(), row.level(), row.days(), row.suspended());
    }

    @Override
    public void correct(String tenant, Correction correction, Instant from) {
        new Correcting(tenant, people, rights, compulsory, rows).write(correction, from);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isInsuredBy(String tenant, String person, Set<String> carriers) {
        return rights.insuredBy(tenant, person, carriers);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isEmpty(String tenant) {
        return !people.existsByTenant(tenant);
    }

    @Override
    public void add(String tenant, Population population, Instant from) {
        population.carriers().forEach(carrier -> rows.persist(new CarrierRow(tenant, carrier)));
        population.contracts().forEach(contract -> rows.persist(new ContractRow(tenant, contract)));
        population.people().stream()
                .map(Population.Person::household)
                .distinct()
                .forEach(household -> rows.persist(new HouseholdRow(tenant, household)));
        for (Population.Person person : population.people()) {
            rows.persist(new PersonRow(tenant, person));
            rows.persist(new IdentityRow(tenant, person));
            rows.persist(new RightsVersionRow(tenant, person.id(), new Known(1, from)));
        }
        population.enrolments().forEach(enrolled -> rows.persist(new EnrolmentRow(tenant, enrolled)));
        rows.flush();
        population.rights().forEach(held -> rows.persist(new RightsRow(tenant, held, from)));
        population.compulsory().forEach(held -> rows.persist(new CompulsoryRightsRow(tenant, held, from)));
    }
}
