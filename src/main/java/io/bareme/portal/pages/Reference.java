package io.bareme.portal.pages;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a source, its addresses as links under the names of their sites. */
public final class Reference {

    /** A piece of the words; with an address it is a link. */
    public record Piece(String text, @Nullable String address) {}

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s;,)]*[^\\s;,.)]");

    private Reference() {}

    public static List<Piece> pieces(String reference) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(reference);
        int end = 0;
        while (address.find()) {
            add(pieces, reference.substring(end, address.start()));
            pieces.add(link(address.group()));
            end = address.end();
        }
        add(pieces, reference.substring(end));
        return pieces;
    }

    private static void add(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, null));
        }
    }

    private static Piece link(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? new Piece(address, null) : new Piece(host.replaceFirst("^www\\.", ""), address);
        } catch (IllegalArgumentException noAddress) {
            return new Piece(address, null);
        }
    }
}
