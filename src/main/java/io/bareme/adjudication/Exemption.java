package io.bareme.adjudication;

import java.util.Locale;

/** Why the insured bears no copayment (exonération du ticket modérateur). */
public enum Exemption {
    /** Affection de longue durée (France L160-14 3°, 4°; Morocco ALD). */
    ALD,
    /** Affection lourde et coûteuse, Morocco. */
    ALC,
    MATERNITY,
    WORK_ACCIDENT,
    DISABILITY,
    /** Within thirty days of birth (France, L160-14 11°, R160-17 I 1°). */
    NEWBORN;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
