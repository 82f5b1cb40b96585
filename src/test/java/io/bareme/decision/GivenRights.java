package io.bareme.decision;

import io.bareme.adjudication.Rights;
import io.bareme.affiliation.Correction;
import io.bareme.affiliation.MemberSummary;
import io.bareme.affiliation.Population;
import io.bareme.affiliation.RightsRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rights that never change, by person. */
record GivenRights(Map<String, Rights> people) implements RightsRecords {

    @Override
    public Optional<Known> knownAt(String tenant, String person, Instant moment) {
        return people.containsKey(person) ? Optional.of(new Known(1, Instant.EPOCH)) : Optional.empty();
    }

    @Override
    public Optional<Rights> rightsOn(String tenant, String person, LocalDate day, Known version) {
        return Optional.ofNullable(people.get(person));
    }

    @Override
    public void correct(String tenant, Correction correction, Instant from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MemberSummary> members(String tenant, List<String> pieces, LocalDate today, int skip, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MemberSummary> member(String tenant, String id, LocalDate today) {
        return Optional.empty();
    }

    @Override
    public boolean isInsuredBy(String tenant, String person, Set<String> carriers) {
        return true;
    }

    @Override
    public boolean isEmpty(String tenant) {
        return people.isEmpty();
    }

    @Override
    public void add(String tenant, Population population, Instant from) {
        throw new UnsupportedOperationException();
    }
}
