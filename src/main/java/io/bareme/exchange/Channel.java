package io.bareme.exchange;

import java.util.Collection;
import java.util.Set;

/** Where a claim comes from: it decides what the claim may say. */
public enum Channel {
    /** A simulation on the service: members are known, any kind may be tried. */
    SIMULATION("simulation", Words.KINDS.keySet(), true, true),
    /** An authorization: recorded, so only for a member. */
    AUTHORIZATION("authorization", Set.of("authorization"), true, false),
    /** A professional's invoice: recorded, so only for a member, for care that was given. */
    INVOICE("invoice", Set.of("invoice"), true, false),
    /** A stream of claims without the service: rights are stated in each. */
    STREAM("simulation", Words.KINDS.keySet(), false, true);

    private final String usualKind;
    private final Collection<String> kinds;
    private final boolean members;
    private final boolean covers;

    Channel(String usualKind, Collection<String> kinds, boolean members, boolean covers) {
        this.usualKind = usualKind;
        this.kinds = kinds;
        this.members = members;
        this.covers = covers;
    }

    /** The kind of a claim that does not say it. */
    String usualKind() {
        return usualKind;
    }

    Collection<String> kinds() {
        return kinds;
    }

    /** Whether a claim may name a member. */
    boolean members() {
        return members;
    }

    /** Whether a claim may state rights itself; one that may not is recorded. */
    boolean covers() {
        return covers;
    }
}
