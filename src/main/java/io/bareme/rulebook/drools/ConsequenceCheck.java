package io.bareme.rulebook.drools;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import io.bareme.rulebook.files.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * The consequence of a rule: {@code findings.refuse(line, "its-id", "reason-code", …)} and nothing else. After the
 * reason come the document of {@code require}, the variant of {@code choose} or the deduction of {@code deduct}, then
 * names and facts of the line by turns.
 */
final class ConsequenceCheck {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");
    private static final String ALLOWED = "exactly one call on findings";
    private static final String ONE_CALL = "a rule finds once and does nothing else";

    private final String id;
    private final Complaints complaints;
    private final int first;
    private final Set<String> imports;

    private ConsequenceCheck(String id, Set<String> imports, Complaints complaints, int first) {
        this.id = id;
        this.imports = imports;
        this.complaints = complaints;
        this.first = first;
    }

    static void check(RuleDescr rule, String id, Set<String> imports, String text, Complaints complaints) {
        String consequence = String.valueOf(rule.getConsequence());
        ConsequenceCheck check =
                new ConsequenceCheck(id, imports, complaints, firstLine(rule, consequence.strip(), text));
        if (!rule.getNamedConsequences().isEmpty()) {
            complaints.add(rule.getConsequenceLine(), "", "a named consequence", ALLOWED);
        }
        check.block(consequence.strip());
    }

    private void block(String consequence) {
        ParseResult<BlockStmt> parsed = new JavaParser().parseBlock("{" + consequence + "}");
        if (!parsed.isSuccessful()) {
            complaints.add(first, consequence, "not readable as Java", ALLOWED);
            return;
        }
        List<MethodCallExpr> calls = new ArrayList<>();
        for (Node one : parsed.getResult().orElseThrow().getStatements()) {
            MethodCallExpr call = finding(one);
            if (call == null || !calls.isEmpty()) {
                complaints.add(line(one), one.toString(), ONE_CALL, ALLOWED);
            } else {
                calls.add(call);
            }
        }
        calls.forEach(this::call);
        if (consequence.isEmpty()) {
            complaints.add(first, "", "the rule finds nothing", ALLOWED);
        }
    }

    private static @Nullable MethodCallExpr finding(Node statement) {
        return statement instanceof ExpressionStmt only
                        && only.getExpression() instanceof MethodCallExpr call
                        && call.getScope().map(Node::toString).orElse("").equals(Vocabulary.GLOBAL)
                ? call
                : null;
    }

    private void call(MethodCallExpr call) {
        String name = call.getNameAsString();
        if (!Vocabulary.CALLS.contains(name) || call.getTypeArguments().isPresent()) {
            complaints.unknown(
                    line(call), "findings." + name, "no finding that a rule may make", name, Vocabulary.CALLS);
            return;
        }
        List<Expression> arguments = call.getArguments();
        boolean longer = !Vocabulary.constantOf(name).isEmpty() || name.equals("require");
        int named = longer ? 4 : 3;
        if (arguments.size() < named || (arguments.size() - named) % 2 != 0) {
            complaints.add(
                    line(call),
                    call.toString(),
                    arguments.size() + " arguments",
                    "line, the rule's id, a reason" + (longer ? ", what it asks" : "")
                            + ", then names and facts by turns");
            return;
        }
        start(arguments);
        if (longer) {
            fourth(name, arguments.get(3));
        }
        for (int i = named; i < arguments.size(); i += 2) {
            parameter(arguments.get(i), arguments.get(i + 1));
        }
    }

    private void start(List<Expression> arguments) {
        if (!arguments.get(0).toString().equals(Vocabulary.BINDING)) {
            complaints.add(line(arguments.get(0)), arguments.get(0).toString(), "not what the rule looked at", "line");
        }
        if (!id.equals(text(arguments.get(1)))) {
            complaints.add(line(arguments.get(1)), shown(arguments.get(1)), "not the rule's own id", "\"" + id + "\"");
        }
        code(arguments.get(2), "reason");
    }

    private void fourth(String call, Expression argument) {
        String type = Vocabulary.constantOf(call);
        if (!type.isEmpty() && !imports.contains(Vocabulary.importOf(type))) {
            complaints.add(line(argument), type, "not imported", "import " + Vocabulary.importOf(type));
        }
        if (type.isEmpty()) {
            code(argument, "document");
        } else if (!(argument instanceof FieldAccessExpr field)
                || !field.getScope().toString().equals(type)
                || !Vocabulary.constants(type).contains(field.getNameAsString())) {
            Collection<String> constants = Vocabulary.constants(type).stream()
                    .map(one -> type + "." + one)
                    .toList();
            complaints.unknown(
                    line(argument), argument.toString(), "not what " + call + " takes", argument.toString(), constants);
        }
    }

    private void code(Expression argument, String kind) {
        String text = text(argument);
        if (text == null || !CODE.matcher(text).matches()) {
            complaints.add(
                    line(argument),
                    shown(argument),
                    "no " + kind + " code",
                    "a code in lower case and hyphens, between quotes");
            return;
        }
        List<String> lacking = CodeSentences.lacking(kind, text);
        if (!lacking.isEmpty()) {
            complaints.add(
                    line(argument),
                    text,
                    "this " + kind + " has no sentence in " + String.join(", ", lacking),
                    "a code with its sentence \"" + kind + "." + text + "=…\" in " + CodeSentences.FILES,
                    Nearest.to(text, CodeSentences.known(kind)));
        }
    }

    private void parameter(Expression name, Expression value) {
        String text = text(name);
        if (text == null || !NAME.matcher(text).matches()) {
            complaints.add(line(name), shown(name), "no name of a parameter", "a word between quotes");
        }
        if (!(value instanceof MethodCallExpr fact)
                || !fact.getArguments().isEmpty()
                || !fact.getScope().map(Node::toString).orElse("").equals(Vocabulary.BINDING)) {
            complaints.add(line(value), shown(value), "no fact of the line", "line.act() and the like");
        } else if (!Vocabulary.NAMED.contains(fact.getNameAsString())) {
            complaints.unknown(
                    line(value), value.toString(), "no fact of the line", fact.getNameAsString(), Vocabulary.NAMED);
        }
    }

    private static @Nullable String text(Expression argument) {
        return argument instanceof StringLiteralExpr literal ? literal.getValue() : null;
    }

    private static String shown(Expression argument) {
        String text = text(argument);
        return text == null ? argument.toString() : text;
    }

    private int line(Node node) {
        return first + node.getBegin().map(begin -> begin.line - 1).orElse(0);
    }

    /** Where the consequence's own text begins: Drools tells the line of {@code then} only. */
    private static int firstLine(RuleDescr rule, String consequence, String text) {
        int from = 0;
        for (int line = 1; line < rule.getConsequenceLine(); line++) {
            from = text.indexOf('\n', from) + 1;
        }
        int at = text.indexOf(consequence, from);
        return at < 0
                ? rule.getConsequenceLine()
                : (int) text.substring(0, at).lines().count() + (text.charAt(Math.max(at - 1, 0)) == '\n' ? 1 : 0);
    }
}
