package io.bareme.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A limit of {@code src/test/resources/stress}, and requests that fill it several times over. */
enum Envelope {
    /** 400 € a year for three people together. */
    FAMILY("osteopathie", 400_00),
    /** 200 € a year for each eye. */
    EYE("chirurgie-refractive", 200_00, "left", "right"),
    /** 300 € a year for each tooth. */
    TOOTH("implant-dentaire", 300_00, "11", "26", "36"),
    /** 250 € in two years from the first day of care. */
    ROLLING("seance-psychologue-non-remboursee", 250_00),
    /** 150 € a year for dietetics and podiatry together. */
    SHARED("dietetique pedicurie", 150_00),
    /** Five acts a year, 35 € each. */
    COUNT("sevrage-tabagique", 5 * 35_00);

    private static final long SEED = 20_261_122;

    private final List<String> acts;
    private final long most;
    private final List<String> parts;

    Envelope(String acts, long most, String... parts) {
        this.acts = List.of(acts.split(" "));
        this.most = most;
        this.parts = parts.length == 0 ? List.of("") : List.of(parts);
    }

    /**
     * One request.
     *
     * @param owner whose limit it meets
     * @param service which of the two services it is sent to
     */
    record Request(String key, String owner, String body, long charge, int service) {}

    /** What it gives in all, in cents. */
    long most() {
        return most;
    }

    String household() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Requests for the three people of a household, the same at each run. */
    List<Request> requests(String household, int number) {
        Random random = new Random(SEED + ordinal());
        List<Request> requests = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            String person = household + "-" + (1 + random.nextInt(3));
            String part = parts.get(random.nextInt(parts.size()));
            long charge = (this == COUNT ? 35_00 : 5_00) + random.nextInt(20_00);
            String body = body(person, acts.get(random.nextInt(acts.size())), 1 + random.nextInt(21), charge, part);
            String owner = this == FAMILY ? "" : person + part;
            requests.add(new Request(household + "-" + n, owner, body, charge, random.nextInt(2)));
        }
        return requests;
    }

    private static String body(String person, String act, int day, long charge, String part) {
        return """
                {"member": "%s", "provider": {"id": "prov-7", "profession": "any"},
                 "lines": [{"act": "LOCAL %s", "date": "2026-11-%02d", "charge": "%d.%02d"%s}]}
                """.formatted(
                person, act, day, charge / 100, charge % 100, part.isEmpty() ? "" : ", \"part\": \"" + part + "\"");
    }
}
