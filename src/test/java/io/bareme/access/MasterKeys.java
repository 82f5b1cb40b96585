package io.bareme.access;

import java.nio.file.Path;
import java.time.Duration;

/** Master keys of tests outside this room. */
public final class MasterKeys {

    private MasterKeys() {}

    public static MasterKey random() {
        return new MasterKey(new AccessProperties(
                Path.of("nowhere"),
                MasterKey.random(32),
                "http://localhost",
                Duration.ofMinutes(10),
                Duration.ofDays(30)));
    }
}
