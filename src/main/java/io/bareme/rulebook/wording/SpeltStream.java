package io.bareme.rulebook.wording;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** A wording for the lexer: it matches the plain spelling, and quotes what was written. Places count characters. */
final class SpeltStream implements CharStream {

    private final String written;
    private final String plain;
    private int place;

    /** {@code written} is a composed wording, as {@link Spelling#composed} makes it. */
    SpeltStream(String written) {
        this.written = written;
        this.plain = Spelling.plain(written);
    }

    @Override
    public String getText(Interval interval) {
        int first = Math.clamp(interval.a, 0, written.length());
        return written.substring(first, Math.clamp(interval.b + 1L, first, written.length()));
    }

    @Override
    public void consume() {
        if (place >= plain.length()) {
            throw new IllegalStateException("cannot consume EOF");
        }
        place++;
    }

    @Override
    public int LA(int ahead) {
        int at = ahead > 0 ? place + ahead - 1 : place + ahead;
        return ahead == 0 || at < 0 || at >= plain.length() ? IntStream.EOF : plain.charAt(at);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return place;
    }

    @Override
    public void seek(int index) {
        place = Math.min(index, plain.length());
    }

    @Override
    public int size() {
        return plain.length();
    }

    @Override
    public String getSourceName() {
        return "wording";
    }
}
