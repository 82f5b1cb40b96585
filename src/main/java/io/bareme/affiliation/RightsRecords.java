package io.bareme.affiliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the room keeps. Its one implementation is in {@code store}, which nobody else can see. */
public interface RightsRecords {

    /** The latest change of what is known of each person's rights, at that moment; of those who are known. */
    Map<PersonAt, Known> knownAt(String tenant, List<PersonAt> people);

    /** The rights of each person as they were known at that moment; of those whose compulsory scheme is known of any day. */
    Map<PersonAt, RightsHistory> histories(String tenant, List<PersonAt> people);

    /** Writes the correction down as known from that moment, or just after the latest change when it is not later. */
    void correct(String tenant, Correction correction, Instant from);

    /**
     * Members whose name or number contains each of these pieces, without accents and in lower case, in the order of
     * their names.
     */
    List<MemberSummary> members(String tenant, List<String> pieces, LocalDate today, int skip, int size);

    /** The member of that number. */
    Optional<MemberSummary> member(String tenant, String id, LocalDate today);

    /** Whether the person holds, held or will hold a contract of one of these carriers, as known now. */
    boolean isInsuredBy(String tenant, String person, Set<String> carriers);

    /** Whether there is nobody. */
    boolean isEmpty(String tenant);

    /** Takes in a whole population at once, all of it known from that moment. */
    void add(String tenant, Population population, Instant from);

    /** A person, as known at a moment. */
    record PersonAt(String person, Instant moment) {}

    /**
     * One version of what is known of a person's rights.
     *
     * @param version from 1
     * @param from the moment it became known
     */
    record Known(long version, Instant from) {}
}
