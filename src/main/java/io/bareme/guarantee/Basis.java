package io.bareme.guarantee;

/** What a percentage is of. */
public enum Basis {
    /** Frais réels, frais engagés: what the professional charged. */
    CHARGE,
    /** Base de remboursement (BR, BRSS), tarif de responsabilité (TR). */
    BASE,
    /** Tarif de convention (TC): the agreed tariff of a professional under agreement. */
    CONVENTION_TARIFF,
    /** Base reconstituée (BRR): the base the compulsory scheme would have used for an act it refused. */
    RECONSTRUCTED_BASE,
    /** Ticket modérateur (TM). */
    COPAYMENT,
    /** Reste à charge après la sécurité sociale (FR - RSS): charge less compulsory share and other payers. */
    REMAINDER,
    /** Dépassement d'honoraires: the part of the charge above the base. */
    OVERRUN,
    /** Plafond mensuel de la sécurité sociale (PMSS) of the year of care. */
    PMSS,
    /** Tarif national de référence (TNR), Morocco. */
    NATIONAL_TARIFF,
    /** Honoraire limite de facturation or prix limite de vente (HLF, PLV). */
    PRICE_CEILING,
    /** Barème FMSAR / ANCP: the prices that Moroccan insurers and private clinics agreed on for hospital care. */
    HOSPITAL_SCALE,
    /** A flat charge set by law: forfait journalier, participation aux actes lourds, forfait urgences. */
    STATUTORY_FEE
}
