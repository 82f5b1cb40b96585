package io.bareme.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One HTTP/1.1 connection that is kept open from one request to the next. Plain sockets, because a load generator on the
 * machine it measures must cost as little as it can.
 */
final class Line implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final byte[] END_OF_LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final byte[] read = new byte[32_768];
    private int next;
    private int end;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    static Line to(int port) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
        return new Line(socket);
    }

    /** @param head the status and the headers, each on a line of its own */
    record Reply(int status, String head, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Empty where it is not there. */
        String header(String name) {
            return Line.header(head, name);
        }
    }

    /** @param headers each {@code Name: value} */
    Reply send(String method, String path, String body, String... headers) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        socket.getOutputStream().write(all);
        return reply();
    }

    private Reply reply() throws IOException {
        String head = until(END_OF_HEAD);
        int status = Integer.parseInt(head, 9, 12, 10);
        return new Reply(status, head, body(head));
    }

    private byte[] body(String head) throws IOException {
        if (!header(head, "transfer-encoding").equals("chunked")) {
            String length = header(head, "content-length");
            return exactly(length.isEmpty() ? 0 : Integer.parseInt(length));
        }
        var whole = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            whole.write(exactly(size));
            until(END_OF_LINE);
        }
        until(END_OF_LINE);
        return whole.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(until(END_OF_LINE).split(";", 2)[0].strip(), 16);
    }

    private static String header(String head, String name) {
        for (int at = head.indexOf("\r\n"); at >= 0; at = head.indexOf("\r\n", at + 2)) {
            int colon = at + 2 + name.length();
            if (head.regionMatches(true, at + 2, name, 0, name.length()) && head.startsWith(":", colon)) {
                int end = head.indexOf("\r\n", colon);
                return head.substring(colon + 1, end < 0 ? head.length() : end).strip();
            }
        }
        return "";
    }

    /** What comes before these bytes, which are taken too. */
    private String until(byte[] last) throws IOException {
        int looked = next;
        while (true) {
            for (; looked + last.length <= end; looked++) {
                if (Arrays.equals(read, looked, looked + last.length, last, 0, last.length)) {
                    String text = new String(read, next, looked - next, StandardCharsets.ISO_8859_1);
                    next = looked + last.length;
                    return text;
                }
            }
            looked -= next;
            more();
            looked += next;
        }
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = new byte[size];
        int known = Math.min(size, end - next);
        System.arraycopy(read, next, bytes, 0, known);
        next += known;
        if (in.readNBytes(bytes, known, size - known) < size - known) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Reads on; what is not taken yet moves to the front. */
    private void more() throws IOException {
        System.arraycopy(read, next, read, 0, end - next);
        end -= next;
        next = 0;
        int count = in.read(read, end, read.length - end);
        if (count <= 0) {
            throw new EOFException();
        }
        end += count;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
