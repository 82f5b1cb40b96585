package io.bareme.explanation;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Step;
import io.bareme.adjudication.Verdict;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import io.bareme.values.Source;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one place where a decision's codes become sentences, for pages, letters and programs alike. */
public final class Sentences {

    private static final Messages STEPS = new Messages("steps");
    private static final Messages REASONS = new Messages("reasons");

    /** Printed words are repeated as they stand. */
    private static final Set<String> VERBATIM = Set.of("act", "level", "poste", "product", "reference", "wording");

    private static final Pattern MONEY = Pattern.compile("(-?\\d+\\.\\d{2}) (EUR|MAD)");
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?) %");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTHS = Pattern.compile("months-(\\d+)");

    private Sentences() {}

    /** What the step did; where it rests on a value below official, the sentence says so. */
    public static String step(Step step, Locale locale) {
        Map<String, String> parameters = new HashMap<>(step.parameters());
        if (step.amount() != null) {
            parameters.put("amount", step.amount().toString());
        }
        String sentence = STEPS.say("step." + step.code(), parameters, locale, word(locale));
        return isWeak(step) ? sentence + " " + caution(step.source(), locale) : sentence;
    }

    /** Why a line is refused, referred, incomplete, read under a variant, or a deductible applies. */
    public static String reason(Finding finding, Locale locale) {
        return REASONS.say("reason." + finding.reason(), finding.parameters(), locale, word(locale));
    }

    /** The piece that is missing. */
    public static String document(Finding.Require required, Locale locale) {
        return REASONS.say("document." + required.document(), Map.of(), locale);
    }

    public static String verdict(Verdict verdict, Locale locale) {
        return STEPS.say("word.verdict." + verdict, Map.of(), locale);
    }

    /** The time a limit counts over: {@code per civil year}, {@code over 24 months}. */
    public static String period(LineDecision.LimitUse limit, Locale locale) {
        return period(limit.wording(), locale);
    }

    /** The same of the time's code, {@code civil-year}. */
    public static String period(String code, Locale locale) {
        return word(locale).of("period", code);
    }

    /** Whether the step rests on a value below official. */
    public static boolean isWeak(Step step) {
        return step.source() != null && step.source().confidence().isWeak();
    }

    /** How sure a source is, in words. */
    public static String confidence(Confidence confidence, Locale locale) {
        return STEPS.say("word.confidence." + confidence, Map.of(), locale);
    }

    private static String caution(@Nullable Source source, Locale locale) {
        if (source == null) {
            return "";
        }
        return STEPS.say(
                "caution",
                Map.of("confidence", source.confidence().name(), "reference", source.reference()),
                locale,
                word(locale));
    }

    /** Amounts, rates and days as people write them; codes by their word; anything else as it stands. */
    private static Messages.Reading word(Locale locale) {
        return (parameter, value) -> VERBATIM.contains(parameter) ? value : read(parameter, value, locale);
    }

    private static String read(String parameter, String value, Locale locale) {
        Matcher money = MONEY.matcher(value);
        if (money.matches()) {
            return Amounts.money(Money.of(money.group(1), Currency.valueOf(money.group(2))), locale);
        }
        Matcher rate = RATE.matcher(value);
        if (rate.matches()) {
            return Amounts.rate(Rate.percent(rate.group(1)), locale);
        }
        if (DAY.matcher(value).matches()) {
            return Amounts.day(LocalDate.parse(value), locale);
        }
        Matcher months = MONTHS.matcher(value);
        if (months.matches()) {
            return STEPS.say("word.period.months", Map.of("number", months.group(1)), locale);
        }
        String key = "word." + parameter + "." + value;
        return STEPS.has(key, locale) ? STEPS.say(key, Map.of(), locale) : value;
    }
}
