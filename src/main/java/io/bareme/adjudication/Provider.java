package io.bareme.adjudication;

import java.util.Set;

/**
 * Who gave the care.
 *
 * @param id pseudonymous id; empty when not known
 * @param profession {@code doctor}, {@code dentist}, … ; empty when not known
 * @param networks care networks the professional belongs to
 * @param country ISO 3166 two letters
 */
public record Provider(String id, String profession, Category category, Set<String> networks, String country) {

    public Provider {
        networks = Set.copyOf(networks);
    }

    /** What a professional has agreed to charge, or the sector of the establishment: the key of tariffs. */
    public enum Category {
        /** France: sector 1, whose tariffs are the base. */
        SECTOR_1("sector-1"),
        /** France: sector 2 having signed OPTAM or OPTAM-CO (formerly CAS). */
        OPTAM("optam"),
        /** France: sector 2 without OPTAM. */
        NON_OPTAM("non-optam"),
        /** France: outside any agreement. */
        OUT_OF_CONVENTION("non-conventioned"),
        /** Morocco: private sector. */
        PRIVATE("private"),
        /** Morocco: public hospital or health centre. */
        PUBLIC("public"),
        /** No such distinction for this profession, or it was not said. */
        UNSPECIFIED("unspecified");

        private final String word;

        Category(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** The key of a tariff's series: sector 1 and OPTAM share theirs. */
        public String tariffKey() {
            return this == SECTOR_1 ? OPTAM.word : word;
        }
    }
}
