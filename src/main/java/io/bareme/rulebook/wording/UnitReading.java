package io.bareme.rulebook.wording;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The units, scopes and conditions that the grammar's words name. */
final class UnitReading {

    private UnitReading() {}

    static Unit unit(WordingParser.UnitContext word) {
        return switch (word.getStart().getType()) {
            case WordingParser.ACT -> Unit.ACT;
            case WordingParser.CONSULTATION -> Unit.CONSULTATION;
            case WordingParser.SESSION -> Unit.SESSION;
            case WordingParser.DAY -> Unit.DAY;
            case WordingParser.NIGHT -> Unit.NIGHT;
            case WordingParser.STAY -> Unit.STAY;
            case WordingParser.LENS -> Unit.LENS;
            case WordingParser.PAIR -> Unit.PAIR;
            case WordingParser.EQUIPMENT, WordingParser.DEVICE -> Unit.EQUIPMENT;
            case WordingParser.EYE -> Unit.EYE;
            case WordingParser.EAR -> Unit.EAR;
            case WordingParser.TOOTH -> Unit.TOOTH;
            case WordingParser.PROSTHESIS -> Unit.PROSTHESIS;
            case WordingParser.IMPLANT -> Unit.IMPLANT;
            case WordingParser.SEMESTER -> Unit.SEMESTER;
            case WordingParser.CHILD -> Unit.CHILD;
            case WordingParser.BOX -> Unit.BOX;
            case WordingParser.KILOMETRE -> Unit.KILOMETRE;
            default -> throw new IllegalStateException("The grammar allows no such unit: " + word.getText());
        };
    }

    static Scope scope(WordingParser.ScopeContext word) {
        return word.FAMILY() == null ? Scope.BENEFICIARY : Scope.FAMILY;
    }

    /** The scope a unit stands for in a limit over time, or null when it is none. */
    static @Nullable Scope asScope(Unit unit) {
        return switch (unit) {
            case EYE -> Scope.EYE;
            case EAR -> Scope.EAR;
            case TOOTH -> Scope.TOOTH;
            case PAIR -> Scope.PAIR;
            case ACT,
                    CONSULTATION,
                    SESSION,
                    DAY,
                    NIGHT,
                    STAY,
                    LENS,
                    EQUIPMENT,
                    PROSTHESIS,
                    IMPLANT,
                    SEMESTER,
                    CHILD,
                    BOX,
                    KILOMETRE -> null;
        };
    }

    static Condition condition(WordingParser.ConditionContext word) {
        return condition(word.getStart());
    }

    static Condition condition(Token word) {
        return switch (word.getType()) {
            case WordingParser.OPTAM -> Condition.OPTAM;
            case WordingParser.NON_OPTAM -> Condition.NON_OPTAM;
            case WordingParser.IN_NETWORK -> Condition.IN_NETWORK;
            case WordingParser.OUT_OF_NETWORK -> Condition.OUT_OF_NETWORK;
            case WordingParser.CLASS_A -> Condition.CLASS_A;
            case WordingParser.CLASS_B -> Condition.CLASS_B;
            case WordingParser.CLASS_I -> Condition.CLASS_I;
            case WordingParser.CLASS_II -> Condition.CLASS_II;
            case WordingParser.BASKET_100 -> Condition.BASKET_100_SANTE;
            case WordingParser.BASKET_CONTROLLED -> Condition.BASKET_CONTROLLED;
            case WordingParser.BASKET_FREE -> Condition.BASKET_FREE;
            case WordingParser.LENS_SIMPLE -> Condition.LENS_SIMPLE;
            case WordingParser.LENS_COMPLEX -> Condition.LENS_COMPLEX;
            case WordingParser.LENS_VERY_COMPLEX -> Condition.LENS_VERY_COMPLEX;
            case WordingParser.FRAME -> Condition.FRAME;
            case WordingParser.OPTICAL_LENS -> Condition.LENS;
            case WordingParser.EQUIPMENT_A -> Condition.EQUIPMENT_A;
            case WordingParser.EQUIPMENT_B -> Condition.EQUIPMENT_B;
            case WordingParser.EQUIPMENT_C -> Condition.EQUIPMENT_C;
            case WordingParser.EQUIPMENT_D -> Condition.EQUIPMENT_D;
            case WordingParser.EQUIPMENT_E -> Condition.EQUIPMENT_E;
            case WordingParser.EQUIPMENT_F -> Condition.EQUIPMENT_F;
            case WordingParser.TEETH_TO_5 -> Condition.TEETH_TO_5;
            case WordingParser.TEETH_TO_10 -> Condition.TEETH_TO_10;
            case WordingParser.TEETH_OVER_10 -> Condition.TEETH_OVER_10;
            case WordingParser.BEGAN_UNDER_16 -> Condition.BEGAN_UNDER_16;
            case WordingParser.BEGAN_FROM_16 -> Condition.BEGAN_FROM_16;
            case WordingParser.UNDER_16 -> Condition.UNDER_16;
            case WordingParser.FROM_16 -> Condition.FROM_16;
            case WordingParser.UNDER_18 -> Condition.UNDER_18;
            case WordingParser.FROM_18 -> Condition.FROM_18;
            case WordingParser.PRIVATE_SECTOR -> Condition.PRIVATE_SECTOR;
            case WordingParser.PUBLIC_SECTOR -> Condition.PUBLIC_SECTOR;
            case WordingParser.ALD -> Condition.EXEMPT_ALD;
            case WordingParser.NOT_ALD -> Condition.NOT_EXEMPT_ALD;
            case WordingParser.CONVENTIONED -> Condition.CONVENTIONED;
            case WordingParser.NON_CONVENTIONED -> Condition.NON_CONVENTIONED;
            case WordingParser.ABROAD -> Condition.ABROAD;
            case WordingParser.NOT_ABROAD -> Condition.NOT_ABROAD;
            case WordingParser.EXEMPT_ACT -> Condition.EXEMPT_ACT;
            case WordingParser.NOT_EXEMPT_ACT -> Condition.NOT_EXEMPT_ACT;
            case WordingParser.ACCEPTED -> Condition.ACCEPTED;
            case WordingParser.NOT_ACCEPTED -> Condition.NOT_ACCEPTED;
            case WordingParser.QUOTED -> Condition.QUOTED;
            default -> throw new IllegalStateException("The grammar allows no such condition: " + word);
        };
    }
}
