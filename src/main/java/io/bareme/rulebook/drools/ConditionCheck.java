package io.bareme.rulebook.drools;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * The conditions of a rule: facts of the line compared with each other or with words, {@code true}, {@code false}, 0
 * or 1. No calls, no arithmetic (either would make Drools react to everything), no thresholds.
 */
final class ConditionCheck {

    private static final String ALLOWED = "facts of the line, == != < <= > >= && || !, texts, true, false, 0 and 1";
    /** What an expression is; {@code BROKEN} when it was already complained about. */
    private enum Kind {
        TEXT,
        TRUTH,
        NUMBER,
        BROKEN
    }

    private final Complaints complaints;
    private int line;

    private ConditionCheck(Complaints complaints) {
        this.complaints = complaints;
    }

    static void check(PatternDescr pattern, Complaints complaints) {
        ConditionCheck check = new ConditionCheck(complaints);
        if (pattern.getDescrs().isEmpty()) {
            complaints.add(pattern.getLine(), "", "a rule without a condition", "at least one condition");
        }
        for (BaseDescr one : pattern.getDescrs()) {
            check.constraint(one);
        }
    }

    private void constraint(BaseDescr one) {
        line = one.getLine();
        if (!(one instanceof ExprConstraintDescr constraint)) {
            refused(one.toString());
            return;
        }
        ParseResult<Expression> parsed = new JavaParser().parseExpression(constraint.getExpression());
        if (!parsed.isSuccessful()) {
            refused(constraint.getExpression());
        } else {
            needs(Kind.TRUTH, parsed.getResult().orElseThrow());
        }
    }

    private Kind kind(Expression expression) {
        return switch (expression) {
            case BinaryExpr binary -> binary(binary);
            case UnaryExpr unary
            when unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT ->
                needs(Kind.TRUTH, unary.getExpression());
            case EnclosedExpr enclosed -> kind(enclosed.getInner());
            case NameExpr name -> fact(name.getNameAsString());
            case StringLiteralExpr text -> Kind.TEXT;
            case BooleanLiteralExpr truth -> Kind.TRUTH;
            case IntegerLiteralExpr number -> number(number.getValue());
            default -> refused(expression.toString());
        };
    }

    private Kind binary(BinaryExpr binary) {
        return switch (binary.getOperator()) {
            case AND, OR -> {
                needs(Kind.TRUTH, binary.getLeft());
                yield needs(Kind.TRUTH, binary.getRight());
            }
            case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> {
                needs(Kind.NUMBER, binary.getLeft());
                needs(Kind.NUMBER, binary.getRight());
                yield Kind.TRUTH;
            }
            case EQUALS, NOT_EQUALS -> {
                Kind left = kind(binary.getLeft());
                if (left != Kind.BROKEN) {
                    needs(left, binary.getRight());
                }
                yield Kind.TRUTH;
            }
            default -> refused(binary.toString());
        };
    }

    /** Drools would turn a text into a number or a number into a text without a word. */
    private Kind needs(Kind needed, Expression expression) {
        Kind found = kind(expression);
        if (found != needed && found != Kind.BROKEN) {
            complaints.add(line, shown(expression), words(found) + " where it cannot stand", words(needed));
        }
        return needed;
    }

    private Kind fact(String name) {
        Class<?> type = Vocabulary.FACTS.get(name);
        if (type == null) {
            complaints.unknown(line, name, "no fact of a care line", name, Vocabulary.FACTS.keySet());
            return Kind.BROKEN;
        }
        return type == String.class ? Kind.TEXT : type == boolean.class ? Kind.TRUTH : Kind.NUMBER;
    }

    private Kind number(String value) {
        if (!value.equals("0") && !value.equals("1")) {
            complaints.add(
                    line,
                    value,
                    "a threshold is never written in a rule",
                    "0 and 1",
                    "it is a dated value of the regulation that LineFacts carries");
        }
        return Kind.NUMBER;
    }

    private Kind refused(String expression) {
        complaints.add(line, expression, "not a condition that a rule may have", ALLOWED);
        return Kind.BROKEN;
    }

    private static String shown(Expression expression) {
        return expression instanceof StringLiteralExpr text ? text.getValue() : expression.toString();
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case TEXT -> "a text";
            case TRUTH -> "true or false";
            case NUMBER -> "a number";
            case BROKEN -> "nothing";
        };
    }
}
