package io.bareme.rulebook.wording;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.rulebook.wording.Interpretation.Understood;
import io.bareme.values.Currency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a wording near a refused one that is understood: a missing sign put in, a misspelt word mended, the words
 * up to where reading stopped. It is for a person to look at; nothing is ever read through it.
 */
final class Suggestion {

    private static final int MOST_TRIES = 40;

    private static final List<String> KNOWN = List.of("""
            BR BRSS FR TM TC TNR PMSS RSS AMO HLF PLV néant ticket modérateur frais réels engagés plafonné limité limite \
            bénéficiaire personne famille séance consultation jour nuit verre œil oreille dent paire équipement semestre \
            année civile mois euros dirhams crédit forfait annuel dépassements complément maximum minimum couvert \
            conventionné sécurité sociale remboursement intégrale charge reste prothèse implant""".split(" ", -1));

    /** What is left of words cut after a preposition: "100 % de". */
    private static final Pattern BASES_CUT = Pattern.compile("(de|du|des|d'|de la|de l')");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[ \\u00a0\\u202f]\\d{3})*(?:[.,]\\d+)?");

    private Suggestion() {}

    static Refused add(Refused refused, String wording, HeaderReadings readings, Currency currency) {
        String already = refused.maybe();
        if (already != null && WordingReader.attempt(already, readings, currency) instanceof Understood) {
            return refused;
        }
        String composed = Spelling.composed(wording);
        Optional<String> near = candidates(composed, currency)
                .map(String::strip)
                .filter(candidate -> !isDash(candidate) && !candidate.equals(composed.strip()))
                .distinct()
                .limit(MOST_TRIES)
                .filter(candidate -> WordingReader.attempt(candidate, readings, currency) instanceof Understood)
                .findFirst();
        return near.map(maybe -> new Refused(refused.problem(), refused.allowed(), maybe))
                .orElseGet(() -> allowedThatReads(refused, composed, readings, currency));
    }

    /** Nothing, or the minus sign of a negative amount, which alone would mean that nothing is given. */
    private static boolean isDash(String candidate) {
        return Spelling.plain(candidate).matches("[- ]*");
    }

    /** An example of what is allowed is near only if it keeps the wording's own numbers. */
    private static Refused allowedThatReads(
            Refused refused, String composed, HeaderReadings readings, Currency currency) {
        List<String> own = numbers(composed);
        return refused.allowed().stream()
                .filter(form -> !own.isEmpty() && numbers(form).equals(own))
                .filter(form -> WordingReader.attempt(form, readings, currency) instanceof Understood)
                .findFirst()
                .map(maybe -> new Refused(refused.problem(), refused.allowed(), maybe))
                .orElseGet(() -> new Refused(refused.problem(), refused.allowed(), null));
    }

    /** Their digits, however they are grouped. */
    private static List<String> numbers(String words) {
        return NUMBER.matcher(words)
                .results()
                .map(number -> number.group().replaceAll("\\D", ""))
                .toList();
    }

    private static Stream<String> candidates(String composed, Currency currency) {
        List<Token> tokens = new ParsedWording(composed).tokens();
        return Stream.of(
                        perYear(composed),
                        signed(composed, tokens, currency),
                        mended(composed, tokens),
                        firstBetweenBreaks(composed),
                        beginnings(composed, tokens))
                .flatMap(List::stream);
    }

    private static List<String> perYear(String composed) {
        String plain = Spelling.plain(composed).strip();
        return plain.endsWith(" et") || plain.endsWith(" par") ? List.of() : List.of(composed.strip() + " par an");
    }

    /** A number that lacks "%" before a basis, or money that lacks its currency. */
    private static List<String> signed(String composed, List<Token> tokens, Currency currency) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).getType() == WordingLexer.NUMBER && !isSigned(tokens, i)) {
                int end = tokens.get(i).getStopIndex() + 1;
                found.add(composed.substring(0, end) + " " + Words.of(currency) + composed.substring(end));
                found.add(composed.substring(0, end) + " %" + composed.substring(end));
            }
        }
        return found;
    }

    private static boolean isSigned(List<Token> tokens, int number) {
        return number + 1 < tokens.size()
                && switch (tokens.get(number + 1).getType()) {
                    case WordingLexer.PERCENT, WordingLexer.EURO, WordingLexer.DIRHAM -> true;
                    default -> false;
                };
    }

    /** Each word that is none replaced by the nearest that is, one or two letters away. */
    private static List<String> mended(String composed, List<Token> tokens) {
        StringBuilder mended = new StringBuilder(composed);
        for (Token token : tokens.reversed()) {
            String nearest = token.getType() == WordingLexer.WORD ? nearest(Spelling.plain(token.getText())) : null;
            if (nearest != null) {
                mended.replace(token.getStartIndex(), token.getStopIndex() + 1, nearest);
            }
        }
        return List.of(mended.toString());
    }

    private static @Nullable String nearest(String word) {
        String nearest = null;
        int least = word.length() <= 6 ? 2 : 3;
        for (String known : KNOWN) {
            int apart = Letters.apart(word, Spelling.plain(known));
            if (apart < least) {
                least = apart;
                nearest = known;
            }
        }
        return nearest;
    }

    /** What stands before the first break. */
    private static List<String> firstBetweenBreaks(String composed) {
        return composed.indexOf('/') < 0 ? List.of() : List.of(composed.split("/", -1)[0]);
    }

    /** What is left out after the words kept is another value, or says no amount and deducts none. */
    private static boolean leavesOutNoAmount(String kept, String composed) {
        String left = Spelling.plain(composed.substring(kept.length())).strip();
        boolean another = left.startsWith("/") || left.startsWith("ou ");
        boolean bounds = left.startsWith("-") || left.startsWith("par ") || left.startsWith("a vie");
        boolean cut = BASES_CUT.matcher(left).matches();
        return another || !bounds && !cut && left.chars().noneMatch(Character::isDigit);
    }

    /**
     * The words from the start that are understood together, the longest first; none without a percentage whose basis is
     * what was not understood.
     */
    private static List<String> beginnings(String composed, List<Token> tokens) {
        List<String> found = new ArrayList<>();
        for (Token token : tokens.reversed()) {
            if (token.getType() == WordingLexer.PERCENT && token != tokens.getLast()) {
                break;
            }
            found.add(composed.substring(0, token.getStopIndex() + 1));
        }
        return found.stream().filter(kept -> leavesOutNoAmount(kept, composed)).toList();
    }
}
