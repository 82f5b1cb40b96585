package io.bareme.adjudication;

/** The compulsory scheme the person belongs to. */
public enum Scheme {
    /** France, régime général. */
    FR_GENERAL("fr-general", "FR"),
    /** France, régime général with the régime local d'Alsace-Moselle. */
    FR_ALSACE_MOSELLE("fr-alsace-moselle", "FR"),
    /** France, complémentaire santé solidaire. */
    FR_C2S("fr-c2s", "FR"),
    /** Morocco, private sector (Caisse nationale de sécurité sociale). */
    MA_CNSS("ma-cnss", "MA"),
    /** Morocco, public sector (Caisse nationale des organismes de prévoyance sociale). */
    MA_CNOPS("ma-cnops", "MA"),
    /** Morocco, none: the insurer pays from the first dirham. */
    MA_NONE("none", "MA");

    private final String word;
    private final String country;

    Scheme(String word, String country) {
        this.word = word;
        this.country = country;
    }

    public String word() {
        return word;
    }

    /** {@code FR} or {@code MA}. */
    public String country() {
        return country;
    }

    public boolean isFrench() {
        return country.equals("FR");
    }
}
