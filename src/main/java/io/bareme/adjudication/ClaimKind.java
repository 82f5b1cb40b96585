package io.bareme.adjudication;

/** What is asked. */
public enum ClaimKind {
    /** The amounts, without effect. */
    SIMULATION,
    /** Prise en charge, accord préalable, devis: asked before or at the time of care. */
    AUTHORIZATION,
    /** A professional's invoice under third-party payment. */
    INVOICE,
    /** A member's request to be reimbursed. */
    REIMBURSEMENT
}
