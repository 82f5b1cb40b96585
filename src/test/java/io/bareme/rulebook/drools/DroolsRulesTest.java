package io.bareme.rulebook.drools;

import static java.util.Collections.shuffle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.LineFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DroolsRulesTest {

    private static final int CLAIMS = 4000;
    private static final DroolsRules RULES = RulesOfTheRepository.compiled();

    @Property(tries = 2000)
    void rules_find_what_the_same_conditions_in_plain_java_find(@ForAll long seed) {
        List<LineFacts> claim = new RandomLines(seed).claim();
        assertThat(RULES.examine(claim)).isEqualTo(new PlainRules().examine(claim));
    }

    @Property(tries = 300)
    void the_order_of_lines_does_not_matter(@ForAll long seed) {
        List<LineFacts> claim = new RandomLines(seed).claim();
        List<LineFacts> shuffled = new ArrayList<>(claim);
        shuffle(shuffled, new Random(seed));
        assertThat(RULES.examine(shuffled)).isEqualTo(RULES.examine(claim));
    }

    @Test
    void the_order_of_files_and_of_rules_in_them_does_not_matter() {
        List<List<LineFacts>> claims = claims(11);
        for (long seed = 1; seed <= 3; seed++) {
            try (DroolsRules shuffled = RulesOfTheRepository.compiled(shuffledFiles(seed))) {
                assertThat(shuffled.described()).hasSameSizeAs(RULES.described());
                claims.forEach(claim -> assertThat(shuffled.examine(claim)).isEqualTo(RULES.examine(claim)));
            }
        }
    }

    @Test
    void two_threads_at_once_find_what_one_thread_finds() throws Exception {
        List<List<LineFacts>> claims = claims(5);
        List<List<Finding>> alone = claims.stream().map(RULES::examine).toList();
        Callable<List<List<Finding>>> forward =
                () -> claims.stream().map(RULES::examine).toList();
        Callable<List<List<Finding>>> backward =
                () -> claims.reversed().stream().map(RULES::examine).toList().reversed();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<List<List<Finding>>> together : threads.invokeAll(List.of(forward, backward))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void random_claims_meet_every_rule() {
        Set<String> fired = new HashSet<>();
        claims(5).forEach(claim -> RULES.examine(claim).forEach(finding -> fired.add(finding.rule())));
        assertThat(fired).isEqualTo(ids());
    }

    @Test
    void five_hundred_lines_are_examined_together() {
        List<LineFacts> lines = new ArrayList<>();
        for (int number = 1; number <= 500; number++) {
            int its = number;
            lines.add(SomeLine.french()
                    .with(line -> {
                        line.number = its;
                        line.category = "private";
                    })
                    .facts());
        }
        assertThat(RULES.examine(lines)).hasSize(500).isEqualTo(new PlainRules().examine(lines));
    }

    @Test
    void no_line_has_no_finding() {
        assertThat(RULES.examine(List.of())).isEmpty();
    }

    @Test
    void a_rule_that_loops_is_an_error_and_spoils_no_later_claim() {
        SortedMap<String, String> drl = new TreeMap<>();
        drl.put("loop.drl", """
                package coverage;
                import io.bareme.adjudication.Findings;
                import io.bareme.adjudication.LineFacts;
                global Findings findings;
                rule "loop: finds for ever" when line : LineFacts(country == "FR") then
                    findings.refer(line, "loop", "loop");
                    update(line);
                end
                """);
        CoverageRule rule = new CoverageRule("loop", "finds for ever", "", "", "loop.drl", 5);
        var outcome = (DroolsCompiler.Compiled) DroolsCompiler.build(drl, List.of(rule));
        try (DroolsRules loops = outcome.rules()) {
            LineFacts french = SomeLine.french().facts();
            assertThatThrownBy(() -> loops.examine(List.of(french)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Coverage rules fired 2 times, more than once per rule and line: a rule loops");
            assertThat(loops.examine(List.of(SomeLine.moroccan().facts()))).isEmpty();
        }
    }

    @Test
    void closed_rules_examine_nothing() {
        DroolsRules rules = RulesOfTheRepository.compiled();
        rules.close();
        rules.close();
        assertThatThrownBy(() -> rules.examine(List.of(SomeLine.french().facts())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("These coverage rules are closed");
    }

    private static Set<String> ids() {
        Set<String> ids = new HashSet<>();
        RULES.described().forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    private static List<List<LineFacts>> claims(long seed) {
        List<List<LineFacts>> claims = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            claims.add(new RandomLines(seed * CLAIMS + i).claim());
        }
        return claims;
    }

    /** The same rules, in files named and ordered otherwise, the rules of each file shuffled. */
    private static SortedMap<String, String> shuffledFiles(long seed) {
        Random random = new Random(seed);
        SortedMap<String, String> shuffled = new TreeMap<>();
        RulesOfTheRepository.read().forEach((path, text) -> {
            List<String> parts = new ArrayList<>(Arrays.asList(text.split("(?m)(?=^rule )")));
            Collections.shuffle(parts.subList(1, parts.size()), random);
            shuffled.put(random.nextInt(1_000_000) + path.replace('/', '-'), String.join("", parts));
        });
        return shuffled;
    }
}
