package io.bareme.affiliation;

import java.time.LocalDate;
import java.util.List;

/** Carriers, contracts, people and what they hold, to be taken in together. */
public record Population(
        List<Carrier> carriers,
        List<Contract> contracts,
        List<Person> people,
        List<Enrolled> enrolments,
        List<Correction.Enrolled> rights,
        List<Correction.Compulsory> compulsory) {

    /** An insurer; the country is {@code FR} or {@code MA}. */
    public record Carrier(String id, String name, String country) {}

    /** A contract signed on one product. */
    public record Contract(String id, String carrier, String product, String name) {}

    /** A person of a household, and who they are. */
    public record Person(String id, String household, String firstName, String lastName, LocalDate born) {}

    /** A household's place in a contract; contract years count from {@code since}. */
    public record Enrolled(String household, String id, String contract, LocalDate since) {}
}
