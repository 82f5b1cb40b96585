package io.bareme.decision;

import io.bareme.adjudication.Rights;
import io.bareme.affiliation.Correction;
import io.bareme.affiliation.MemberSummary;
import io.bareme.affiliation.Population;
import io.bareme.affiliation.RightsHistory;
import io.bareme.affiliation.RightsRecords;
import io.bareme.values.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rights that never change, by person. */
record GivenRights(Map<String, Rights> people) implements RightsRecords {

    @Override
    public Map<PersonAt, Known> knownAt(String tenant, List<PersonAt> asked) {
        return asked.stream()
                .filter(one -> people.containsKey(one.person()))
                .collect(Collectors.toMap(one -> one, _ -> new Known(1, Instant.EPOCH)));
    }

    @Override
    public Map<PersonAt, RightsHistory> histories(String tenant, List<PersonAt> asked) {
        return asked.stream()
                .filter(one -> people.containsKey(one.person()))
                .collect(Collectors.toMap(one -> one, one -> always(people.get(one.person()))));
    }

    private static RightsHistory always(Rights rights) {
        var days = DateRange.from(rights.born());
        return new RightsHistory(
                rights.person(),
                rights.household(),
                rights.born(),
                List.of(new RightsHistory.Affiliation(days, rights.scheme(), rights.exemptions())),
                rights.enrolments());
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
