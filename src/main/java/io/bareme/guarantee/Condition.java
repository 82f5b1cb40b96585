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
    /** One of the parts of an optical equipment: the frame (monture), or a lens. */
    FRAME("part=frame"),
    LENS("part=lens"),
    /** The whole equipment, by its two lenses: cases a to f of CSS R871-2 3°. */
    EQUIPMENT_A("equipment=a"),
    EQUIPMENT_B("equipment=b"),
    EQUIPMENT_C("equipment=c"),
    EQUIPMENT_D("equipment=d"),
    EQUIPMENT_E("equipment=e"),
    EQUIPMENT_F("equipment=f"),
    /** How many teeth an appliance replaces. */
    TEETH_TO_5("teeth=1-5"),
    TEETH_TO_10("teeth=6-10"),
    TEETH_OVER_10("teeth>10"),
    /** The person's age on the day the treatment began. */
    BEGAN_UNDER_16("began<16"),
    BEGAN_FROM_16("began>=16"),
    UNDER_16("age<16"),
    FROM_16("age>=16"),
    UNDER_18("age<18"),
    FROM_18("age>=18"),
    /** Given outside the country of the compulsory scheme. */
    ABROAD("abroad"),
    NOT_ABROAD("not-abroad"),
    /** An act free of copayment, which a flat participation replaces (CSS R160-16), or one that bears the copayment. */
    EXEMPT_ACT("act=exempt"),
    NOT_EXEMPT_ACT("act=not-exempt"),
    /** The compulsory scheme refused the act, or covers it at no rate at all. */
    ACCEPTED("accepted"),
    NOT_ACCEPTED("not-accepted"),
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

    /** Whether it speaks of what only France has: OPTAM, the convention of doctors, classes and baskets of 100 % Santé, cases of CSS R871-2, R160-16. */
    public boolean isFrench() {
        return switch (this) {
            case OPTAM,
                    NON_OPTAM,
                    CLASS_A,
                    CLASS_B,
                    CLASS_I,
                    CLASS_II,
                    BASKET_100_SANTE,
                    BASKET_CONTROLLED,
                    BASKET_FREE,
                    EQUIPMENT_A,
                    EQUIPMENT_B,
                    EQUIPMENT_C,
                    EQUIPMENT_D,
                    EQUIPMENT_E,
                    EQUIPMENT_F,
                    EXEMPT_ACT,
                    NOT_EXEMPT_ACT,
                    CONVENTIONED,
                    NON_CONVENTIONED -> true;
            case IN_NETWORK,
                    OUT_OF_NETWORK,
                    LENS_SIMPLE,
                    LENS_COMPLEX,
                    LENS_VERY_COMPLEX,
                    FRAME,
                    LENS,
                    TEETH_TO_5,
                    TEETH_TO_10,
                    TEETH_OVER_10,
                    BEGAN_UNDER_16,
                    BEGAN_FROM_16,
                    UNDER_16,
                    FROM_16,
                    UNDER_18,
                    FROM_18,
                    ABROAD,
                    NOT_ABROAD,
                    ACCEPTED,
                    NOT_ACCEPTED,
                    PRIVATE_SECTOR,
                    PUBLIC_SECTOR,
                    EXEMPT_ALD,
                    NOT_EXEMPT_ALD,
                    QUOTED -> false;
        };
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
