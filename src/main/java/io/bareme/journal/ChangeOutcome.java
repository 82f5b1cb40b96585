package io.bareme.journal;

/** What became of a request to change a commitment. */
public sealed interface ChangeOutcome {

    /** It is done, for good. */
    record Done(Commitment now) implements ChangeOutcome {}

    /** The request was answered before: that is what it had come to then. */
    record Before(Commitment then) implements ChangeOutcome {}

    /** The client used the key before with another body or elsewhere; nothing was done. */
    record KeyUsed() implements ChangeOutcome {}

    /** What it has become in the meantime does not allow it; nothing was done. */
    record Refused(Commitment as) implements ChangeOutcome {}
}
