package io.bareme.regulation;

/** Who defines an act's code. */
public enum CodeSystem {
    /** Classification commune des actes médicaux, France. */
    CCAM,
    /** Nomenclature générale des actes professionnels, France. */
    NGAP,
    /** Liste des produits et prestations, France. */
    LPP,
    /** Code identifiant de présentation of a medicine, France. */
    CIP,
    /** Nomenclature générale des actes professionnels, Morocco: a letter key and a coefficient. */
    NGAP_MA,
    /** Flat rates of the Moroccan national tariff. */
    FORFAIT_MA,
    /** European article number of a medicine sold in Morocco. */
    CIP_MA,
    /** A line of care without a national code. */
    LOCAL
}
