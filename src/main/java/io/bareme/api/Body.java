package io.bareme.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** The bytes of a request's body, within bounds. */
public record Body(byte[] bytes) {

    /** More than this is refused, unread. */
    static final int LARGEST = 1_000_000;
    /** For a whole body to come: a million bytes at a third of a megabit in a second. Our choice. */
    static final Duration TIME = Duration.ofSeconds(30);

    private static final int PIECE = 8_192;

    /**
     * Null when the body is larger than {@link #LARGEST} bytes.
     *
     * @throws HttpMediaTypeNotSupportedException when it is announced in another encoding
     * @throws UnfinishedRequest when it does not come whole, or too slowly
     */
    public static @Nullable Body of(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        checkEncoding(request);
        if (request.getContentLengthLong() > LARGEST) {
            return null;
        }
        byte[] bytes = whole(request.getInputStream());
        return bytes.length > LARGEST ? null : new Body(bytes);
    }

    /** A body that comes byte by byte holds its connection no longer than {@link #TIME}. */
    private static byte[] whole(InputStream input) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        long last = System.nanoTime() + TIME.toNanos();
        try {
            for (int read = input.read(piece); read >= 0 && bytes.size() <= LARGEST; read = input.read(piece)) {
                bytes.write(piece, 0, read);
                if (System.nanoTime() > last) {
                    throw new UnfinishedRequest("The body did not come within " + TIME);
                }
            }
        } catch (IOException brokenOff) {
            throw new UnfinishedRequest(brokenOff);
        }
        return bytes.toByteArray();
    }

    /** @throws HttpMediaTypeNotSupportedException when a body is announced as compressed, or as other text than UTF-8 */
    public static void checkEncoding(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        if (isEncoded(request)) {
            throw new HttpMediaTypeNotSupportedException("A body comes as it is");
        }
        String charset = type.getParameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            MediaType allowed = new MediaType(type.getType(), type.getSubtype());
            throw new HttpMediaTypeNotSupportedException(type, List.of(allowed));
        }
    }

    /** Whether the body is announced as compressed, or changed in another way, on its way here. */
    static boolean isEncoded(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"));
    }

    /** Lower-case hexadecimal SHA-256. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
