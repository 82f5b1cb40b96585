package io.bareme.journal;

/** Which decisions a listener is given; those in between are passed over without being read. */
public enum Hearing {
    EVERYTHING(""),
    /** Referred to a person, or made in the place of an earlier one. */
    OF_PEOPLE("and (verdict = 'REFERRED' or supersedes is not null)");

    private final String condition;

    Hearing(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
