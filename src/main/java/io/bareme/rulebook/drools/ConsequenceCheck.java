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
import java.util.Collection;
import java.util.List;
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
    private static final String ALLOWED = ". Allowed: exactly one call on findings";

    private final String id;
    private final Problems problems;
    private final int first;

    private ConsequenceCheck(String id, Problems problems, int first) {
        this.id = id;
        this.problems = problems;
        this.first = first;
    }

    static void check(RuleDescr rule, String id, String text, Problems problems) {
        String consequence = String.valueOf(rule.getConsequence());
        ConsequenceCheck check = new ConsequenceCheck(id, problems, firstLine(rule, consequence.strip(), text));
        if (!rule.getNamedConsequences().isEmpty()) {
            problems.add(rule.getConsequenceLine(), "a named consequence" + ALLOWED);
        }
        check.block(consequence.strip());
    }

    private void block(String consequence) {
        ParseResult<BlockStmt> parsed = new JavaParser().parseBlock("{" + consequence + "}");
        if (!parsed.isSuccessful()) {
            problems.add(first, "the consequence is not readable: " + shortened(consequence) + ALLOWED);
            return;
        }
        var statements = parsed.getResult().orElseThrow().getStatements();
        if (statements.size() == 1
                && statements.getFirst().orElseThrow() instanceof ExpressionStmt only
                && only.getExpression() instanceof MethodCallExpr call
                && call.getScope().map(Node::toString).orElse("").equals(Vocabulary.GLOBAL)) {
            call(call);
            return;
        }
        for (Node one : statements) {
            problems.add(line(one), "the consequence has the statement " + shortened(one.toString()) + ALLOWED);
        }
        if (statements.isEmpty()) {
            problems.add(first, "the consequence is empty" + ALLOWED);
        }
    }

    private void call(MethodCallExpr call) {
        String name = call.getNameAsString();
        if (!Vocabulary.CALLS.contains(name) || call.getTypeArguments().isPresent()) {
            problems.unknown(line(call), "findings." + name, name, Vocabulary.CALLS);
            return;
        }
        List<Expression> arguments = call.getArguments();
        boolean longer = !Vocabulary.constantOf(name).isEmpty() || name.equals("require");
        int named = longer ? 4 : 3;
        if (arguments.size() < named || (arguments.size() - named) % 2 != 0) {
            problems.add(
                    line(call),
                    "findings." + name + " has " + arguments.size()
                            + " arguments. Allowed: line, the rule's id, a reason" + (longer ? ", what it asks" : "")
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
            problems.add(line(arguments.get(0)), "the finding is about " + arguments.get(0) + ". Allowed: line");
        }
        if (!id.equals(text(arguments.get(1)))) {
            problems.add(
                    line(arguments.get(1)),
                    "the finding bears the id " + arguments.get(1) + ". Allowed: the rule's own, \"" + id + "\"");
        }
        code(arguments.get(2), "the reason");
    }

    private void fourth(String call, Expression argument) {
        String type = Vocabulary.constantOf(call);
        if (type.isEmpty()) {
            code(argument, "the document");
        } else if (!(argument instanceof FieldAccessExpr field)
                || !field.getScope().toString().equals(type)
                || !Vocabulary.constants(type).contains(field.getNameAsString())) {
            Collection<String> constants = Vocabulary.constants(type).stream()
                    .map(one -> type + "." + one)
                    .toList();
            problems.unknown(line(argument), "findings." + call + " takes " + argument, argument.toString(), constants);
        }
    }

    private void code(Expression argument, String what) {
        String text = text(argument);
        if (text == null || !CODE.matcher(text).matches()) {
            problems.add(
                    line(argument),
                    what + " is " + argument + ". Allowed: a code in lower case and hyphens, between quotes");
        }
    }

    private void parameter(Expression name, Expression value) {
        String text = text(name);
        if (text == null || !NAME.matcher(text).matches()) {
            problems.add(line(name), "the parameter's name is " + name + ". Allowed: a word between quotes");
        }
        if (!(value instanceof MethodCallExpr fact)
                || !fact.getArguments().isEmpty()
                || !fact.getScope().map(Node::toString).orElse("").equals(Vocabulary.BINDING)) {
            problems.add(line(value), "the parameter is " + value + ". Allowed: a fact of the line, line.act()");
        } else if (!Vocabulary.NAMED.contains(fact.getNameAsString())) {
            problems.unknown(line(value), "the fact " + value, fact.getNameAsString(), Vocabulary.NAMED);
        }
    }

    private static @Nullable String text(Expression argument) {
        return argument instanceof StringLiteralExpr literal ? literal.getValue() : null;
    }

    private int line(Node node) {
        return first + node.getBegin().map(begin -> begin.line - 1).orElse(0);
    }

    private static String shortened(String code) {
        String one = code.replaceAll("\\s+", " ").strip();
        return one.length() <= 60 ? one : one.substring(0, 59) + "…";
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
