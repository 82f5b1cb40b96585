package io.bareme.adjudication;

/** How soon the answer is due. */
public enum ClockClass {
    /** The decision stands now. */
    INSTANT,
    /** A handler must look: 60 minutes. */
    HOUR,
    /** A doctor must look: 24 hours. */
    DAY,
    /** Not started: the request is incomplete. */
    NOT_STARTED
}
