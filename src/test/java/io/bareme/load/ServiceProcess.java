package io.bareme.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, made of the classes that this program runs with, as {@code ./run} starts it. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern READY = Pattern.compile("is ready: http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What a service that lives for seconds is started with: it is ready sooner, and slower later. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /**
     * Started and ready to answer, on a port of its own; what it says is appended to the log.
     *
     * @param java more options of the JVM
     */
    static ServiceProcess start(Path log, List<String> java, List<String> options) {
        try {
            long before = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(command(java, options))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ServiceProcess(process, port(process, log, before));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(List<String> java, List<String> options) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + System.getProperty("bareme.load.heap", "1g"),
                "-XX:+UseCompactObjectHeaders",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dbareme.home=" + System.getProperty("bareme.home", ".")));
        words.addAll(java);
        String ofTests = System.getProperty("surefire.test.class.path");
        words.addAll(List.of(
                "-cp",
                ofTests == null ? System.getProperty("java.class.path") : ofTests,
                "io.bareme.launcher.Bareme",
                "serve",
                "--port",
                "0"));
        words.addAll(options);
        return words;
    }

    private static int port(Process process, Path log, long after) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher ready = READY.matcher(said(log, after));
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            Pauses.millis(50);
        }
        process.destroyForcibly();
        throw new IllegalStateException("The service did not start:" + System.lineSeparator() + said(log, after));
    }

    private static String said(Path log, long after) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(after, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** As a power cut does: nothing is said, nothing is finished. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As an operator does. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
