package io.bareme.adjudication;

/** The answer, for a line and for the claim. */
public enum Verdict {
    APPROVED,
    /** Approved, but a limit, a ceiling or another line's refusal pays less than the table says. */
    APPROVED_IN_PART,
    /** A person must look. The amounts are those that would be paid. */
    REFERRED,
    /** Something is missing; the clock has not started. */
    INCOMPLETE,
    REFUSED
}
