package io.bareme.adjudication;

import io.bareme.guarantee.Unit;
import io.bareme.regulation.Act;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many of what a wording names a care line has. The nomenclature says what its act is counted in; where that is
 * something else ("par consultation" on boxes of medicine), the line has none that anybody could count.
 */
final class LineUnits {

    private final ResolvedLine line;
    private final @Nullable Unit own;

    LineUnits(ResolvedLine line) {
        this.line = line;
        this.own = own(line.act());
    }

    private static @Nullable Unit own(@Nullable Act act) {
        String word = act == null ? "" : act.unit();
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }

    /**
     * Of so many of the act, how many of what is named there are; null where the act is counted in something else, or
     * where they are no whole number of pairs. An act of which nothing says it is taken as named.
     */
    @Nullable
    Integer of(Unit named, int many) {
        if (own == null || own == named) {
            return many;
        }
        return named == Unit.PAIR && isHalfOfPair() ? pairs(many) : isCountedIn(named) ? many : null;
    }

    /** A stay has days or nights, but its line does not count them. */
    boolean mayHold(Unit named) {
        return own == Unit.STAY && (named == Unit.DAY || named == Unit.NIGHT);
    }

    private boolean isHalfOfPair() {
        return own == Unit.LENS || own == Unit.EAR || own == Unit.EYE;
    }

    private static @Nullable Integer pairs(int many) {
        return many % 2 == 0 ? many / 2 : null;
    }

    private boolean isCountedIn(Unit named) {
        return switch (named) {
            case ACT, STAY, SEMESTER -> true;
            case CONSULTATION -> own == Unit.SESSION || of("consultation", "psychologist", "alternative");
            case SESSION -> isSingle() && !of("consultation", "medicine", "device");
            case DAY -> own == Unit.NIGHT;
            case NIGHT -> own == Unit.DAY;
            case LENS -> isSingle() && of("optical");
            case PAIR -> own == Unit.EQUIPMENT || isSingle() && of("optical", "device");
            case EQUIPMENT ->
                own == Unit.EAR
                        || own == Unit.PAIR
                        || own == Unit.PROSTHESIS
                        || own == Unit.TOOTH
                        || own == Unit.LENS
                        || isSingle() && of("optical", "device", "dental", "hearing");
            case EYE -> own == Unit.LENS || isSingle() && !of("consultation", "medicine", "dental", "hearing");
            case EAR -> isSingle() && of("hearing", "device");
            case TOOTH -> own == Unit.PROSTHESIS || (isSingle() || own == Unit.SESSION) && of("dental");
            case PROSTHESIS ->
                own == Unit.TOOTH
                        || own == Unit.EAR
                        || own == Unit.EYE
                        || isSingle() && of("dental", "device", "hearing");
            case IMPLANT ->
                own == Unit.TOOTH
                        || own == Unit.EAR
                        || own == Unit.EYE
                        || isSingle() && of("dental", "device", "hospital");
            case CHILD -> of("maternity");
            case BOX -> isSingle() && of("medicine", "vaccine", "prevention");
            case KILOMETRE -> false;
        };
    }

    /** Counted by the act, as with a letter key: the nomenclature says no more of what one of it is. */
    private boolean isSingle() {
        return own == Unit.ACT;
    }

    private boolean of(String... families) {
        return List.of(families).stream().anyMatch(line.lineage()::contains);
    }
}
