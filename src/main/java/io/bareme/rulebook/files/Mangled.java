package io.bareme.rulebook.files;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell that a spreadsheet has rewritten: no wording looks like that, so none is guessed from it.
 *
 * @param message what it is now
 * @param maybe what it perhaps was
 */
record Mangled(String message, @Nullable String maybe) {

    private static final Pattern ERROR = Pattern.compile("#+|#(REF|NAME|VALUE|N/A|DIV/0|NUM|NULL|NOM|VALEUR)[!?]?");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+([.,]\\d+)?[Ee][+-]?\\d{1,2}");
    private static final String MONTH =
            "(janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|jan|feb|mar|apr|may|jun|jul|aug|sep|dec)\\.?";
    private static final Pattern DATE = Pattern.compile(
            "\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}-" + MONTH + "(-\\d{2,4})?|" + MONTH + "-\\d{2,4}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Pattern FRACTION = Pattern.compile("\\d[.,]\\d{1,4}");

    /** What happened to the cell; null when nothing did that can be seen. */
    static @Nullable Mangled of(String cell) {
        if (ERROR.matcher(cell.toUpperCase(Locale.ROOT)).matches()) {
            return new Mangled("a spreadsheet's error", "a formula stood here: paste the wording as text");
        }
        if (cell.startsWith("=")) {
            return new Mangled("a spreadsheet's formula", "the wording was typed with \"=\" before it");
        }
        if (SCIENTIFIC.matcher(cell).matches()) {
            return new Mangled(
                    "a number in a spreadsheet's scientific form",
                    '"' + plain(cell).toPlainString() + "\" with its unit: format the column as text");
        }
        if (DATE.matcher(cell).matches()) {
            return new Mangled("a date, made by a spreadsheet", "format the column as text and type the cell again");
        }
        return NUMBER.matcher(cell).matches() ? number(cell) : null;
    }

    private static Mangled number(String cell) {
        String message = "a number without a unit";
        if (FRACTION.matcher(cell).matches()) {
            String percent = plain(cell).movePointRight(2).stripTrailingZeros().toPlainString();
            return new Mangled(message, "\"" + percent + " %\", which a spreadsheet keeps as " + cell);
        }
        String day = Days.maybe(cell);
        return new Mangled(message, day == null ? "\"" + cell + " %\" or \"" + cell + " €\"" : "the day " + day);
    }

    private static BigDecimal plain(String cell) {
        BigDecimal number = new BigDecimal(cell.replace(',', '.'));
        return number.precision() - number.scale() > 40 ? BigDecimal.ZERO : number;
    }
}
