package io.bareme.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What each address of the API takes, by its beginning after {@code /api/v1/}. A new one has its line here. */
public enum Addresses {
    ELIGIBILITY("/api/*/eligibility", Operation.ELIGIBILITY),
    SIMULATIONS("/api/*/simulations", Operation.SIMULATE),
    /** A handler's case or a doctor's: which, the case says. */
    RESOLUTIONS("/api/*/authorizations/*/resolution", Operation.REVIEW, Operation.MEDICAL_REVIEW),
    PIECES_ASKED_FOR("/api/*/authorizations/*/pieces-requests", Operation.REVIEW, Operation.MEDICAL_REVIEW),
    AUTHORIZATIONS("/api/*/authorizations", Operation.AUTHORIZE),
    INVOICE_RESOLUTIONS("/api/*/invoices/*/resolution", Operation.REVIEW, Operation.MEDICAL_REVIEW),
    INVOICES("/api/*/invoices", Operation.INVOICE),
    DECISIONS("/api/*/decisions", Operation.REPLAY),
    WEBHOOKS("/api/*/webhooks", Operation.WEBHOOKS),
    RESEQUENCINGS("/api/*/resequencings", Operation.REVIEW),
    /** Each line of a batch takes what its own address does. */
    BATCHES("/api/*/batches", Operation.ELIGIBILITY, Operation.SIMULATE, Operation.AUTHORIZE, Operation.INVOICE),
    METRICS("/actuator/prometheus", Operation.METRICS);

    public static final String API = "/api/**";

    private final String beginning;
    private final List<Operation> operations;

    Addresses(String beginning, Operation... operations) {
        this.beginning = beginning;
        this.operations = List.of(operations);
    }

    public String[] patterns() {
        return new String[] {beginning, beginning + "/**"};
    }

    /** One of these. */
    public List<Operation> operations() {
        return operations;
    }

    /** Whether the case at hand says which of them. */
    public boolean byCase() {
        return this == RESOLUTIONS || this == INVOICE_RESOLUTIONS;
    }

    /** Empty for an address that does not exist. */
    public static Optional<Addresses> of(String address) {
        return Arrays.stream(values())
                .filter(one -> address.matches(one.beginning.replace("*", "[^/]+") + "(/.*)?"))
                .findFirst();
    }
}
