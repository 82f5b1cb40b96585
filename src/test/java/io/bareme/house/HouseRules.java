package io.bareme.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of the house, each with a small source that breaks it: a rule that nothing can break keeps nothing. */
final class HouseRules {

    record HouseRule(String sentence, ArchRule rule, String breach) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    /** Of Java itself, a pure room needs the language, collections, decimals, dates, text and digests. */
    private static final String[] PLAIN_JAVA = {
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.nio.charset",
        "java.security",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.concurrent..",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations",
        "io.bareme..",
        ""
    };

    static List<HouseRule> all() {
        return List.of(
                new HouseRule(
                        "rooms import only what the plan allows",
                        classes().should(Plan.followThePlan()),
                        "package io.bareme.values; class Planted { io.bareme.guarantee.Formula above; }"),
                new HouseRule(
                        "every class stands in a room of the plan",
                        classes().should(Plan.followThePlan()),
                        "package io.bareme.shed; class Planted {}"),
                new HouseRule(
                        "rooms form no circle",
                        slices().matching("io.bareme.(*)..").should().beFreeOfCycles(),
                        """
                        package io.bareme.journal;
                        public class Planted {
                            io.bareme.affiliation.Planted there;
                        }
                        ---
                        package io.bareme.affiliation;
                        public class Planted {
                            io.bareme.journal.Planted back;
                        }
                        """),
                new HouseRule(
                        "pure rooms know only plain Java",
                        classes()
                                .that()
                                .resideInAnyPackage(Plan.PURE_ROOMS)
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(PLAIN_JAVA),
                        "package io.bareme.adjudication; class Planted { java.util.logging.Logger log; }"),
                new HouseRule(
                        "pure rooms ask neither the clock nor chance",
                        noClasses()
                                .that()
                                .resideInAnyPackage(Plan.PURE_ROOMS)
                                .should()
                                .callMethodWhere(
                                        target(nameMatching("now|currentTimeMillis|nanoTime|random|randomUUID"))),
                        "package io.bareme.values; class Planted { Object today = java.time.LocalDate.now(); }"),
                new HouseRule(
                        "store and web are private",
                        classes()
                                .that()
                                .resideInAnyPackage("io.bareme.*.store..", "io.bareme.*.web..")
                                .and()
                                .areTopLevelClasses()
                                .should()
                                .notBePublic(),
                        "package io.bareme.affiliation.store; public class Planted {}"),
                new HouseRule(
                        "Drools stays in rulebook.drools",
                        only("io.bareme.rulebook.drools..", "org.drools..", "org.kie.."),
                        "package io.bareme.rulebook; class Planted { org.kie.api.KieBase base; }"),
                new HouseRule(
                        "YAML and CSV are read in rulebook.files",
                        only("io.bareme.rulebook.files..", "tools.jackson.dataformat..", "org.snakeyaml.."),
                        "package io.bareme.rulebook; class Planted { tools.jackson.dataformat.yaml.YAMLMapper yaml; }"),
                new HouseRule(
                        "grammars stay in rulebook.wording",
                        only("io.bareme.rulebook.wording..", "org.antlr.."),
                        "package io.bareme.rulebook; class Planted { org.antlr.v4.runtime.Token token; }"),
                new HouseRule(
                        "commands stay in the launcher",
                        only("io.bareme.launcher..", "picocli.."),
                        "package io.bareme.rulebook; class Planted { picocli.CommandLine line; }"),
                new HouseRule(
                        "JPA stays in stores",
                        only(
                                "io.bareme.*.store..",
                                "jakarta.persistence..",
                                "org.hibernate..",
                                "org.springframework.data.."),
                        "package io.bareme.affiliation; class Planted { jakarta.persistence.EntityManager manager; }"),
                new HouseRule(
                        "rows stay in stores",
                        classes()
                                .that()
                                .areTopLevelClasses()
                                .and()
                                .haveSimpleNameEndingWith("Row")
                                .should()
                                .resideInAPackage("io.bareme.*.store.."),
                        "package io.bareme.affiliation; class PlantedRow {}"),
                new HouseRule(
                        "requests and replies stay in api and web",
                        classes()
                                .that()
                                .haveSimpleNameEndingWith("Request")
                                .or()
                                .haveSimpleNameEndingWith("Reply")
                                .should()
                                .resideInAnyPackage("io.bareme.api..", "io.bareme.*.web.."),
                        "package io.bareme.authorization; class PlantedReply {}"),
                new HouseRule(
                        "HTTP stays in api, in web and in the portal",
                        only(
                                List.of("io.bareme.api..", "io.bareme.*.web..", "io.bareme.portal.."),
                                "org.springframework.http..",
                                "org.springframework.web..",
                                "jakarta.servlet.."),
                        "package io.bareme.authorization; class Planted { org.springframework.http.HttpStatus status; }"),
                new HouseRule(
                        "who asks is known in access",
                        only(
                                "io.bareme.access..",
                                "org.springframework.security..",
                                "com.nimbusds..",
                                "io.github.bucket4j.."),
                        "package io.bareme.authorization; class Planted {"
                                + " org.springframework.security.core.Authentication who; }"),
                new HouseRule(
                        "names say what a thing is",
                        classes().should().haveNameNotMatching(".*[.$]\\w+(Impl|Utils?|Helper|Manager|Base|Common)"),
                        "package io.bareme.values; class MoneyUtil {}"));
    }

    private HouseRules() {}

    private static ArchRule only(String room, String... libraries) {
        return only(List.of(room), libraries);
    }

    private static ArchRule only(List<String> rooms, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }
}
