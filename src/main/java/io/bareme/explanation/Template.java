package io.bareme.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message taken apart once, so that saying it looks for nothing. */
record Template(List<Part> parts) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern NOTHING = Pattern.compile("(null|-?0(\\.0+)?( \\S+)?)?");

    /** Of a message; an optional one is said only where each of its parameters is known and not zero. */
    record Part(boolean optional, List<Piece> pieces) {}

    /** Words as they are, or the name of a parameter. */
    record Piece(String words, boolean parameter) {}

    static Template of(String message) {
        List<Part> parts = new ArrayList<>();
        int end = 0;
        for (MatchResult optional : OPTIONAL.matcher(message).results().toList()) {
            parts.add(new Part(false, pieces(message.substring(end, optional.start()))));
            parts.add(new Part(true, pieces(optional.group(1))));
            end = optional.end();
        }
        parts.add(new Part(false, pieces(message.substring(end))));
        return new Template(List.copyOf(parts));
    }

    private static List<Piece> pieces(String words) {
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        for (MatchResult parameter : PARAMETER.matcher(words).results().toList()) {
            pieces.add(new Piece(words.substring(end, parameter.start()), false));
            pieces.add(new Piece(parameter.group(1), true));
            end = parameter.end();
        }
        pieces.add(new Piece(words.substring(end), false));
        return List.copyOf(pieces);
    }

    String said(Map<String, String> parameters, Messages.Reading reading) {
        StringBuilder said = new StringBuilder();
        for (Part part : parts) {
            if (!part.optional() || isSaid(part, parameters)) {
                part.pieces().forEach(piece -> said.append(said(piece, parameters, reading)));
            }
        }
        return said.toString();
    }

    private static String said(Piece piece, Map<String, String> parameters, Messages.Reading reading) {
        if (!piece.parameter()) {
            return piece.words();
        }
        String value = parameters.get(piece.words());
        return value == null ? "{" + piece.words() + "}" : reading.of(piece.words(), value);
    }

    private static boolean isSaid(Part part, Map<String, String> parameters) {
        return part.pieces().stream().filter(Piece::parameter).allMatch(piece -> isSaid(parameters.get(piece.words())));
    }

    private static boolean isSaid(@Nullable String value) {
        return value != null && !NOTHING.matcher(value).matches();
    }
}
