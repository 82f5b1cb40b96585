package io.bareme.load;

import java.util.List;
import java.util.Random;

/** What the people of the demonstration ask: one line each, of acts with and without limits, over six years of care. */
final class Claims {

    private static final List<String> ACTS = List.of(
            "\"act\": \"LOCAL osteopathie\", \"charge\": \"60.00\"",
            "\"act\": \"LOCAL osteopathie\", \"charge\": \"45.00\"",
            "\"act\": \"LOCAL implant-dentaire\", \"charge\": \"900.00\", \"part\": \"16\"",
            "\"act\": \"NGAP G\", \"charge\": \"30.00\"",
            "\"act\": \"CCAM HBLD634\", \"charge\": \"539.00\", \"part\": \"16\"");

    private Claims() {}

    /** Of one of so many people: few people, many that meet the same limits. */
    static String any(Random random, int people) {
        return claim("FR-%06d".formatted(1 + random.nextInt(people)), random);
    }

    static String claim(String member, Random random) {
        return """
                {"member": "%s", "provider": {"id": "prov-7", "profession": "any"},
                 "lines": [{%s, "date": "%d-%02d-%02d"}]}
                """.formatted(
                        member,
                        ACTS.get(random.nextInt(ACTS.size())),
                        2021 + random.nextInt(5),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28));
    }
}
