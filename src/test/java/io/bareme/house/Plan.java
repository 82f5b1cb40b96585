package io.bareme.house;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plan of the house. A new arrow is a reviewed change to this map. */
final class Plan {

    private static final Set<String> EVERY_ROOM = Set.of("*");

    /** Each room, and the rooms it may import besides itself. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("launcher", EVERY_ROOM),
            entry("portal", andBelow("adjudication", "decision", "exchange", "explanation", "rulebook", "affiliation")),
            entry(
                    "authorization",
                    andBelow(
                            "adjudication",
                            "api",
                            "decision",
                            "exchange",
                            "explanation",
                            "rulebook",
                            "affiliation",
                            "journal",
                            "schedule",
                            "tenancy")),
            entry(
                    "notification",
                    andBelow(
                            "adjudication",
                            "access",
                            "api",
                            "decision",
                            "exchange",
                            "explanation",
                            "journal",
                            "schedule",
                            "tenancy")),
            entry("batch", Set.of("access", "api", "exchange", "explanation", "tenancy")),
            entry(
                    "eligibility",
                    andBelow("adjudication", "api", "decision", "exchange", "explanation", "rulebook", "journal")),
            entry(
                    "resequencing",
                    andBelow("adjudication", "api", "decision", "exchange", "explanation", "rulebook", "journal")),
            entry(
                    "reimbursement",
                    andBelow("adjudication", "api", "decision", "exchange", "explanation", "journal", "resequencing")),
            entry("api", Set.of("access", "decision", "exchange", "explanation")),
            entry(
                    "decision",
                    andBelow("adjudication", "exchange", "rulebook", "affiliation", "journal", "access", "tenancy")),
            entry("exchange", andBelow("adjudication", "explanation", "rulebook")),
            entry("access", andBelow("adjudication", "explanation", "affiliation", "schedule", "tenancy")),
            entry("explanation", andBelow("adjudication")),
            entry("rulebook", andBelow("adjudication")),
            entry("affiliation", andBelow("adjudication", "tenancy")),
            entry("journal", andBelow("adjudication", "schedule", "tenancy")),
            entry("schedule", Set.of("tenancy")),
            entry("tenancy", Set.of()),
            entry("database", Set.of()),
            // ───────── pure below ─────────
            entry("adjudication", Set.of("guarantee", "regulation", "values")),
            entry("guarantee", Set.of("values")),
            entry("regulation", Set.of("values")),
            entry("values", Set.of()));

    static final String[] PURE_ROOMS = {
        "io.bareme.adjudication..", "io.bareme.guarantee..", "io.bareme.regulation..", "io.bareme.values.."
    };

    private static final String ROOT = "io.bareme.";

    private Plan() {}

    private static Set<String> andBelow(String... rooms) {
        return Stream.concat(Stream.of("guarantee", "regulation", "values"), Stream.of(rooms))
                .collect(Collectors.toSet());
    }

    /** Every class stands in a room of the plan, and imports only from the rooms that the plan names. */
    static ArchCondition<JavaClass> followThePlan() {
        return new ArchCondition<>("follow the plan") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                if (!MAY_IMPORT.containsKey(roomOf(origin))) {
                    events.add(
                            SimpleConditionEvent.violated(origin, origin.getName() + " stands in no room of the plan"));
                }
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> isOurs(arrow.getTargetClass()) && !isPlanned(arrow))
                        .forEach(arrow -> events.add(SimpleConditionEvent.violated(origin, arrow.getDescription())));
            }
        };
    }

    private static boolean isPlanned(Dependency arrow) {
        String from = roomOf(arrow.getOriginClass());
        String to = roomOf(arrow.getTargetClass());
        Set<String> allowed = MAY_IMPORT.getOrDefault(from, Set.of());
        return from.equals(to) || allowed.contains(to) || allowed.equals(EVERY_ROOM);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith(ROOT);
    }

    private static String roomOf(JavaClass type) {
        return type.getPackageName()
                .substring(ROOT.length() - 1)
                .replaceFirst("^\\.", "")
                .replaceFirst("\\..*", "");
    }
}
