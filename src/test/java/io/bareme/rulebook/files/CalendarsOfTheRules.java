package io.bareme.rulebook.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.regulation.Regulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The working calendars of the tree, for tests that need nothing else of an edition. */
public final class CalendarsOfTheRules {

    private CalendarsOfTheRules() {}

    public static Regulation read() {
        Map<String, String> texts = new TreeMap<>();
        for (String country : new String[] {"fr", "ma"}) {
            String file = "rules/calendars/" + country + ".yaml";
            try {
                texts.put(file, Files.readString(Path.of(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        Problems problems = new Problems();
        Regulation regulation = new Regulation(Map.of(), CalendarReader.read(texts, problems));
        assertThat(problems.all()).isEmpty();
        return regulation;
    }
}
