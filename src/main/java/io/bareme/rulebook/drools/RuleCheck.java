package io.bareme.rulebook.drools;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** One rule: its name, what is said about it, its single pattern, its single call. */
final class RuleCheck {

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9]*(?:-[a-z0-9]+)*): ([^\"]+)");

    private final RuleDescr rule;
    private final Complaints complaints;

    private RuleCheck(RuleDescr rule, Complaints complaints) {
        this.rule = rule;
        this.complaints = complaints;
    }

    /** The rule as people may know it; null when it has no id. */
    static @Nullable CoverageRule check(RuleDescr rule, Set<String> imports, String text, Complaints complaints) {
        return new RuleCheck(rule, complaints).check(imports, text);
    }

    private @Nullable CoverageRule check(Set<String> imports, String text) {
        if (!rule.isRule()) {
            complaints.add(rule.getLine(), rule.getName(), "a query", "rules only");
            return null;
        }
        Matcher name = NAME.matcher(rule.getName());
        if (!name.matches()) {
            complaints.add(
                    rule.getLine(),
                    rule.getName(),
                    "a rule's name begins with its permanent id",
                    "an id in lower case and hyphens, a colon, a space, a title",
                    "\"" + id(rule.getName()) + ": what it finds\"");
            return null;
        }
        attributes();
        String sentence = said("sentence", "a sentence that a handler can read out");
        String source = said("source", "the law, contract or page it rests on");
        metadata();
        pattern();
        ConsequenceCheck.check(rule, name.group(1), imports, text, complaints);
        return new CoverageRule(name.group(1), name.group(2), sentence, source, complaints.file(), rule.getLine());
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private void attributes() {
        if (rule.hasParent()) {
            complaints.add(rule.getLine(), rule.getParentName(), "the rule extends another", "rules that stand alone");
        }
        for (AttributeDescr one : rule.getAttributes().values()) {
            if (one.getLine() >= rule.getLine()) {
                complaints.add(one.getLine(), one.getName(), "an attribute: the order of rules cannot matter", "none");
            }
        }
    }

    private String said(String metadata, String what) {
        AnnotationDescr found = rule.getAnnotation(metadata);
        if (found != null && !found.isDuplicated() && found.getSingleValue() instanceof String text) {
            String plain = AnnotationDescr.unquote(text);
            if (found.getValueMap().size() == 1 && !plain.equals(text) && !plain.isBlank() && !plain.contains("\"")) {
                return plain;
            }
        }
        complaints.add(
                rule.getLine(),
                rule.getName(),
                "a rule says " + what + ", once",
                "@" + metadata + "(\"…\"), without quotation marks inside");
        return "";
    }

    private void metadata() {
        for (String name : rule.getAnnotationNames()) {
            if (!Vocabulary.METADATA.contains(name)) {
                complaints.unknown(rule.getLine(), "@" + name, "unknown metadata", name, Vocabulary.METADATA);
            }
        }
    }

    private void pattern() {
        List<BaseDescr> parts = rule.getLhs().getDescrs();
        if (parts.size() == 1 && parts.getFirst() instanceof PatternDescr pattern && isPlain(pattern)) {
            ConditionCheck.check(pattern, complaints);
            return;
        }
        int line = parts.isEmpty() ? rule.getLine() : Math.max(parts.getLast().getLine(), rule.getLine());
        complaints.add(
                line,
                rule.getName(),
                "a rule looks at one care line and nothing else",
                "line : LineFacts(…), alone",
                "what it would join or count belongs on LineFacts");
    }

    private static boolean isPlain(PatternDescr pattern) {
        return Vocabulary.FACT.equals(pattern.getObjectType())
                && Vocabulary.BINDING.equals(pattern.getIdentifier())
                && pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getAnnotations().isEmpty()
                && !pattern.isQuery()
                && !pattern.isUnification();
    }
}
