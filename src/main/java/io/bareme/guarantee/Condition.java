package io.bareme.guarantee;

import org.jspecify.annotations.Nullable;

/**
 * What must be true of a care line for a table's line, or an alternative of a wording, to apply. The list is closed:
 * a table that names another is refused.
 */
public enum Condition {
    /** The professional has signed OPTAM (formerly CAS), or is in sector 1. */
    OPTAM("optam"),
    NON_OPTAM("non-optam"),
    IN_NETWORK("in-network"),
    OUT_OF_NETWORK("out-of-network"),
    CLASS_A("class=A"),
    CLASS_B("class=B"),
    CLASS_I("class=I"),
    CLASS_II("class=II"),
    BASKET_100_SANTE("basket=100-sante"),
    BASKET_CONTROLLED("basket=controlled"),
    BASKET_FREE("basket=free"),
    LENS_SIMPLE("lens=simple"),
    LENS_COMPLEX("lens=complex"),
    LENS_VERY_COMPLEX("lens=very-complex"),
    UNDER_18("age<18"),
    FROM_18("age>=18"),
    PRIVATE_SECTOR("sector=private"),
    PUBLIC_SECTOR("sector=public"),
    EXEMPT_ALD("exempt=ald"),
    NOT_EXEMPT_ALD("exempt=none"),
    CONVENTIONED("conventioned"),
    NON_CONVENTIONED("non-conventioned"),
    /** A quotation was sent to the administrator before the care ("devis préalable"). */
    QUOTED("quoted");

    private final String word;

    Condition(String word) {
        this.word = word;
    }

    /** As written in a table's {@code conditions} column. */
    public String word() {
        return word;
    }

    public static @Nullable Condition named(String word) {
        for (Condition condition : values()) {
            if (condition.word.equals(word)) {
                return condition;
            }
        }
        return null;
    }
}
