package io.bareme.rulebook.drools;

import java.util.List;
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
    private final Problems problems;

    private RuleCheck(RuleDescr rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    /** The rule as people may know it; null when it has no id. */
    static @Nullable CoverageRule check(RuleDescr rule, String text, Problems problems) {
        return new RuleCheck(rule, problems).check(text);
    }

    private @Nullable CoverageRule check(String text) {
        if (!rule.isRule()) {
            problems.add(rule.getLine(), "the query " + rule.getName() + ". Allowed: rules only");
            return null;
        }
        Matcher name = NAME.matcher(rule.getName());
        if (!name.matches()) {
            problems.add(
                    rule.getLine(),
                    "the rule's name is \"" + rule.getName()
                            + "\". Allowed: a permanent id in lower case and hyphens, a colon, a space, a title",
                    "\"" + rule.getName().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                            + ": what it finds\"");
            return null;
        }
        attributes();
        String sentence = said("sentence", "a sentence that a handler can read out");
        String source = said("source", "the law, contract or page it rests on");
        metadata();
        pattern();
        ConsequenceCheck.check(rule, name.group(1), text, problems);
        return new CoverageRule(name.group(1), name.group(2), sentence, source, problems.file(), rule.getLine());
    }

    private void attributes() {
        if (rule.hasParent()) {
            problems.add(rule.getLine(), "the rule extends another. Allowed: rules that stand alone");
        }
        for (AttributeDescr one : rule.getAttributes().values()) {
            problems.add(
                    one.getLine(),
                    "the attribute " + one.getName() + ". Allowed: none, since the order of rules cannot matter");
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
        problems.add(rule.getLine(), "no @" + metadata + ". Allowed: @" + metadata + "(\"…\"), once, " + what);
        return "";
    }

    private void metadata() {
        for (String name : rule.getAnnotationNames()) {
            if (!Vocabulary.METADATA.contains(name)) {
                problems.unknown(rule.getLine(), "the metadata @" + name, name, Vocabulary.METADATA);
            }
        }
    }

    private void pattern() {
        List<BaseDescr> parts = rule.getLhs().getDescrs();
        if (parts.size() == 1 && parts.getFirst() instanceof PatternDescr pattern && isPlain(pattern)) {
            ConditionCheck.check(pattern, problems);
            return;
        }
        int line = parts.isEmpty() ? rule.getLine() : Math.max(parts.getLast().getLine(), rule.getLine());
        problems.add(
                line,
                "the condition is not one pattern. Allowed: line : LineFacts(…), alone",
                "a fact that several patterns would join belongs on LineFacts");
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
