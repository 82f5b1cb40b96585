package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.Unit;
import io.bareme.values.Currency;

/** The one French word by which each thing of the language is printed. */
final class Words {

    private Words() {}

    static String of(Currency currency) {
        return switch (currency) {
            case EUR -> "€";
            case MAD -> "MAD";
        };
    }

    static String of(Basis basis) {
        return switch (basis) {
            case CHARGE -> "FR";
            case BASE -> "BR";
            case CONVENTION_TARIFF -> "TC";
            case RECONSTRUCTED_BASE -> "BRR";
            case COPAYMENT -> "TM";
            case REMAINDER -> "(FR - AMO)";
            case OVERRUN -> "dépassement";
            case PMSS -> "PMSS";
            case NATIONAL_TARIFF -> "TNR";
            case PRICE_CEILING -> "HLF ou PLV";
            case HOSPITAL_SCALE -> "barème FMSAR / ANCP";
            case STATUTORY_FEE -> "forfait légal";
        };
    }

    static String of(Unit unit) {
        return switch (unit) {
            case ACT -> "acte";
            case CONSULTATION -> "consultation";
            case SESSION -> "séance";
            case DAY -> "jour";
            case NIGHT -> "nuit";
            case STAY -> "séjour";
            case LENS -> "verre";
            case PAIR -> "paire";
            case EQUIPMENT -> "appareil";
            case EYE -> "œil";
            case EAR -> "oreille";
            case TOOTH -> "dent";
            case PROSTHESIS -> "prothèse";
            case IMPLANT -> "implant";
            case SEMESTER -> "semestre";
            case CHILD -> "enfant";
            case BOX -> "boîte";
            case KILOMETRE -> "kilomètre";
        };
    }

    static String counted(int count, Unit unit) {
        String many = unit == Unit.EYE ? "yeux" : of(unit) + "s";
        return count + " " + (count == 1 ? of(unit) : many);
    }

    static String of(Scope scope) {
        return switch (scope) {
            case BENEFICIARY -> "bénéficiaire";
            case FAMILY -> "famille";
            case EYE -> "œil";
            case EAR -> "oreille";
            case TOOTH -> "dent";
            case PAIR -> "paire";
        };
    }

    static String of(Condition condition) {
        return switch (condition) {
            case OPTAM -> "OPTAM";
            case NON_OPTAM -> "non OPTAM";
            case IN_NETWORK -> "réseau";
            case OUT_OF_NETWORK -> "hors réseau";
            case CLASS_A -> "classe A";
            case CLASS_B -> "classe B";
            case CLASS_I -> "classe I";
            case CLASS_II -> "classe II";
            case BASKET_100_SANTE -> "panier 100 % Santé";
            case BASKET_CONTROLLED -> "panier maîtrisé";
            case BASKET_FREE -> "panier libre";
            case LENS_SIMPLE -> "verre simple";
            case LENS_COMPLEX -> "verre complexe";
            case LENS_VERY_COMPLEX -> "verre très complexe";
            case FRAME -> "monture";
            case LENS -> "verre de lunettes";
            case EQUIPMENT_A -> "équipement de cas a";
            case EQUIPMENT_B -> "équipement de cas b";
            case EQUIPMENT_C -> "équipement de cas c";
            case EQUIPMENT_D -> "équipement de cas d";
            case EQUIPMENT_E -> "équipement de cas e";
            case EQUIPMENT_F -> "équipement de cas f";
            case TEETH_TO_5 -> "1 à 5 dents";
            case TEETH_TO_10 -> "6 à 10 dents";
            case TEETH_OVER_10 -> "plus de 10 dents";
            case BEGAN_UNDER_16 -> "commencé avant 16 ans";
            case BEGAN_FROM_16 -> "commencé à partir de 16 ans";
            case UNDER_16 -> "moins de 16 ans";
            case FROM_16 -> "16 ans et plus";
            case UNDER_18 -> "moins de 18 ans";
            case FROM_18 -> "18 ans et plus";
            case PRIVATE_SECTOR -> "secteur privé";
            case PUBLIC_SECTOR -> "secteur public";
            case EXEMPT_ALD -> "ALD";
            case NOT_EXEMPT_ALD -> "hors ALD";
            case CONVENTIONED -> "conventionné";
            case NON_CONVENTIONED -> "non conventionné";
            case ABROAD -> "à l'étranger";
            case NOT_ABROAD -> "hors de l'étranger";
            case EXEMPT_ACT -> "acte exonéré";
            case NOT_EXEMPT_ACT -> "acte non exonéré";
            case ACCEPTED -> "acte accepté";
            case NOT_ACCEPTED -> "acte refusé";
            case QUOTED -> "devis préalable";
        };
    }
}
