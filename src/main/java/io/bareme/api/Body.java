package io.bareme.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** The bytes of a request's body, within bounds. */
public record Body(byte[] bytes) {

    /** More than this is refused, unread. */
    static final int LARGEST = 1_000_000;

    /** Null when the body is larger than {@link #LARGEST} bytes; throws when it is announced in another encoding. */
    public static @Nullable Body of(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        checkCharset(request);
        if (request.getContentLengthLong() > LARGEST) {
            return null;
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        return bytes.length > LARGEST ? null : new Body(bytes);
    }

    private static void checkCharset(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String charset = MediaType.parseMediaType(request.getContentType()).getParameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw new HttpMediaTypeNotSupportedException("JSON is UTF-8");
        }
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
