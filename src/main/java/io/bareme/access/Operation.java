package io.bareme.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a client may be allowed to do. Its {@link #word()} is the scope that a token bears. */
public enum Operation {
    /** Ask for the rights of a beneficiary and what remains of their limits. */
    ELIGIBILITY("Ask for rights and what remains of limits"),
    /** Ask what a claim would give, without effect. */
    SIMULATE("Ask what a claim would give, without effect"),
    /** Ask for authorizations, and find them again. */
    AUTHORIZE("Ask for authorizations and find them again"),
    /** Send invoices, and find what became of them. */
    INVOICE("Send invoices and find them again"),
    /** Have a recorded decision decided again. */
    REPLAY("Have a recorded decision decided again"),
    /** Settle, as a handler, what was referred to one, and ask for pieces. */
    REVIEW("Settle what was referred to a handler, and ask for pieces"),
    /** Settle, as a medical adviser, what a doctor must look at, and ask for pieces. */
    MEDICAL_REVIEW("Settle what was referred to a doctor, and ask for pieces"),
    /** Be told, at an address of its own, of what happens later. */
    WEBHOOKS("Be told of what happens later, at an address of the client's own"),
    /** Find and replay what other clients of the same organisation asked for, too. */
    EVERY_CLIENT("See what other clients of the same organisation asked for"),
    /** Read the measurements of the service. */
    METRICS("Read the measurements of the service");

    private static final Map<String, Operation> NAMED =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operation::word, Function.identity()));

    private final String description;
    private final String word;
    private final String authority;

    Operation(String description) {
        this.description = description;
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.authority = "SCOPE_" + word;
    }

    /** As in {@code every-client}. */
    public String word() {
        return word;
    }

    /** For the API's document. */
    public String description() {
        return description;
    }

    /** What Spring Security calls it. */
    public String authority() {
        return authority;
    }

    /** Empty for a word that names none. */
    public static Optional<Operation> named(String word) {
        return Optional.ofNullable(NAMED.get(word));
    }
}
