package io.bareme.guarantee;

/** What place a product takes among the payers. */
public enum ProductKind {
    /** A French complementary contract (complémentaire santé). */
    COMPLEMENTARY,
    /** An option added to a base contract. */
    OPTION,
    /** A further contract above base and option (surcomplémentaire). */
    SURCOMPLEMENTARY,
    /** Morocco: the insurer pays from the first dirham, no compulsory scheme before it. */
    DIM,
    /** Morocco: complements the compulsory scheme (assurance maladie complémentaire). */
    AMC
}
