package io.bareme.access.web;

import io.bareme.access.Operation;
import java.util.Arrays;
import java.util.Optional;

/** What each address of the API takes, by its beginning after {@code /api/v1/}. A new one has its line here. */
enum Addresses {
    ELIGIBILITY("/api/*/eligibility", Operation.ELIGIBILITY),
    SIMULATIONS("/api/*/simulations", Operation.SIMULATE),
    PIECES_ASKED_FOR("/api/*/authorizations/*/pieces-requests", Operation.REVIEW),
    AUTHORIZATIONS("/api/*/authorizations", Operation.AUTHORIZE),
    INVOICES("/api/*/invoices", Operation.INVOICE),
    DECISIONS("/api/*/decisions", Operation.REPLAY),
    WEBHOOKS("/api/*/webhooks", Operation.WEBHOOKS),
    RESEQUENCINGS("/api/*/resequencings", Operation.REVIEW),
    METRICS("/actuator/prometheus", Operation.METRICS);

    static final String API = "/api/**";

    private final String beginning;
    private final Operation operation;

    Addresses(String beginning, Operation operation) {
        this.beginning = beginning;
        this.operation = operation;
    }

    String[] patterns() {
        return new String[] {beginning, beginning + "/**"};
    }

    Operation operation() {
        return operation;
    }

    /** The operation that an address takes; empty for one that does not exist. */
    static Optional<Operation> of(String address) {
        return Arrays.stream(values())
                .filter(one -> address.matches(one.beginning.replace("*", "[^/]+") + "(/.*)?"))
                .map(Addresses::operation)
                .findFirst();
    }
}
