package io.bareme.rulebook.wording;

import java.text.Normalizer;

/**
 * Evens out how a wording is typed, before the grammar sees it: case, accents, and the many kinds of space, dash and
 * apostrophe. One character stays one character, so that places in the result are places in what was written.
 */
final class Spelling {

    private Spelling() {}

    /** The wording with accents composed: what places are counted in. */
    static String composed(String wording) {
        return Normalizer.normalize(wording, Normalizer.Form.NFC);
    }

    /** The composed wording in lower case without accents; as long as it was. */
    static String plain(String composed) {
        StringBuilder plain = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            plain.append(plain(composed.charAt(i)));
        }
        return plain.toString();
    }

    private static char plain(char written) {
        return switch (written) {
            case '–', '—', '―', '−', '‐', '‑', '‒' -> '-';
            case '’', '‘', 'ʼ', '´', '`' -> '\'';
            case '⁄' -> '/';
            case '％' -> '%';
            case '\t', '\n', '\r', '\f', '\u200b', '\ufeff' -> ' ';
            default -> Character.isSpaceChar(written) ? ' ' : letter(written);
        };
    }

    private static char letter(char written) {
        if (written < 128) {
            return Character.toLowerCase(written);
        }
        String parts = Normalizer.normalize(String.valueOf(written), Normalizer.Form.NFD);
        return Character.toLowerCase(parts.charAt(0));
    }
}
