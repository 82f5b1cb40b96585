package io.bareme.explanation;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Figures as people read them: {@code 1 234,50 €}, {@code 1 234,50 MAD}, {@code 70 %}, {@code 1er juin 2024} in French;
 * {@code €1,234.50}, {@code MAD 1,234.50}, {@code 70%}, {@code 1 June 2024} in English. French spaces do not break.
 */
public final class Amounts {

    private static final char NO_BREAK = '\u00a0';

    private Amounts() {}

    public static String money(Money money, Locale locale) {
        String number = number("#,##0.00", money.amount().abs(), locale);
        String sign = money.isNegative() ? "-" : "";
        return switch (Language.of(locale)) {
            case FRENCH ->
                sign
                        + number
                        + NO_BREAK
                        + (money.currency() == Currency.EUR
                                ? "€"
                                : money.currency().name());
            case ENGLISH ->
                sign
                        + (money.currency() == Currency.EUR
                                ? "€"
                                : money.currency().name() + NO_BREAK)
                        + number;
        };
    }

    public static String rate(Rate rate, Locale locale) {
        String number = number("#,##0.######", rate.asPercent(), locale);
        return switch (Language.of(locale)) {
            case FRENCH -> number + NO_BREAK + "%";
            case ENGLISH -> number + "%";
        };
    }

    public static String day(LocalDate day, Locale locale) {
        String written = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Language.of(locale).locale())
                .format(day);
        return switch (Language.of(locale)) {
            case FRENCH -> day.getDayOfMonth() == 1 ? written.replaceFirst("^1 ", "1er ") : written;
            case ENGLISH -> written;
        };
    }

    private static String number(String pattern, BigDecimal number, Locale locale) {
        DecimalFormatSymbols symbols =
                DecimalFormatSymbols.getInstance(Language.of(locale).locale());
        return new DecimalFormat(pattern, symbols).format(number);
    }
}
