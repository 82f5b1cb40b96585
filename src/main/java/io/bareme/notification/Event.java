package io.bareme.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a client may be told of. */
public enum Event {
    /** A person settled an authorization that had been referred, or was incomplete. */
    AUTHORIZATION_DECIDED("authorization.decided"),
    /** What an authorization without a commitment had reserved was given back. */
    AUTHORIZATION_EXPIRED("authorization.expired"),
    /** Who asked for an authorization that waited cancelled it. */
    AUTHORIZATION_CANCELLED("authorization.cancelled"),
    /** A person settled an invoice that had been referred, or it was corrected while it waited. */
    INVOICE_DECIDED("invoice.decided"),
    /** What an invoice that waited had reserved was given back. */
    INVOICE_EXPIRED("invoice.expired"),
    COMMITMENT_EXTENDED("commitment.extended"),
    COMMITMENT_USED("commitment.used"),
    COMMITMENT_USED_UP("commitment.used-up"),
    COMMITMENT_RETURNED("commitment.returned"),
    COMMITMENT_EXPIRED("commitment.expired"),
    COMMITMENT_CANCELLED("commitment.cancelled"),
    COMMITMENT_REPLACED("commitment.replaced"),
    /** A part of the time that a person has is used. */
    DEADLINE_WARNING("deadline.warning"),
    /** All of it is. */
    DEADLINE_BREACHED("deadline.breached");

    private final String word;

    Event(String word) {
        this.word = word;
    }

    /** As in {@code authorization.decided}. */
    public String word() {
        return word;
    }

    /** Whether a message of that word is of an invoice. */
    public static boolean ofInvoice(String word) {
        return word.startsWith("invoice.");
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Event::word).toList();
    }

    static Optional<Event> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
