package io.bareme.adjudication;

/**
 * The way that a file of a Moroccan complementary contract (AMC) takes: who was paid what before it came, and what is
 * known of the compulsory share. The four ways are those that Allianz Maroc publishes for its intermediaries
 * (https://allianz.ma/fr_MA/professionels/services/intermediaires.html); the two variants of the first are inferred.
 */
public enum Dossier {
    /** Anticipation: the insurer pays as if nothing came before it, and is paid back what the scheme will pay. */
    FULL_ADVANCE("full-advance"),
    /** Anticipation: the insurer pays the complement of the compulsory share that is expected. */
    ESTIMATED_COMPLEMENT("estimated-complement"),
    /** Reliquat: the scheme's statement has come after an anticipation; what is still due is paid. */
    REMAINDER("remainder"),
    /** Flux CNSS: the scheme transmits the files it has settled; the complement is computed on what it paid. */
    CNSS_FLOW("cnss-flow"),
    /** Guichet unique: the scheme paid base and complement, and claims the complement from the insurer. */
    ONE_STOP("one-stop");

    private final String word;

    Dossier(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether the compulsory share is the one the scheme really paid, not an expected one. */
    public boolean afterTheScheme() {
        return switch (this) {
            case FULL_ADVANCE, ESTIMATED_COMPLEMENT -> false;
            case REMAINDER, CNSS_FLOW, ONE_STOP -> true;
        };
    }
}
