package io.bareme.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark on the same server: {@code pgbench -N}, in a database beside the service's. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final int SCALE = 10;

    private final Path database;

    Pgbench(Path database) {
        this.database = database;
    }

    void prepare() throws IOException {
        run("-i", "-q", "-s", String.valueOf(SCALE));
    }

    /** Transactions in a second, each of one update and one insert, or two. */
    double perSecond(int clients, int seconds) throws IOException {
        String said = run(
                "-n", "-N", "-c", String.valueOf(clients), "-j", "2", "-T", String.valueOf(seconds), "-M", "prepared");
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("pgbench said: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "pgbench", "-h", "127.0.0.1", "-p", String.valueOf(OwnerRows.port(database)), "-U", "bareme_owner"));
        words.addAll(List.of(options));
        words.add("pgbench");
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", OwnerRows.password(database));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("pgbench failed: " + said);
        }
        return said;
    }
}
