package io.bareme.portal.simulator;

import io.bareme.portal.pages.Texts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** After lines or contracts come, go or change places, the keyboard stands where that happened, and a screen reader says it. */
final class FormNews {

    /**
     * What happened.
     *
     * @param field the id of the field that takes the keyboard
     */
    record News(String field, String said) {}

    private static final Pattern ASKED = Pattern.compile(
            "(cover-add|add)|(?:(remove|cover-remove|cover-up)-(\\d{1,3}))|(?:(start|more)-([a-z]+(?:-\\d)?))");

    private final TypedClaim before;
    private final TypedClaim after;
    private final Texts texts;

    FormNews(TypedClaim before, TypedClaim after, Texts texts) {
        this.before = before;
        this.after = after;
        this.texts = texts;
    }

    Optional<News> of(String asked) {
        Matcher parts = ASKED.matcher(asked);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String simple = parts.group(1);
        String numbered = parts.group(2);
        int number = numbered == null ? 1 : Integer.parseInt(parts.group(3));
        int lines = after.lines().size();
        if (numbered != null) {
            return Optional.of(
                    switch (numbered) {
                        case "remove" -> news(Math.clamp(number, 1, lines), "act", "news.removed", number);
                        case "cover-remove" -> cover(number, "news.cover-removed");
                        default -> cover(number - 1, "news.cover-up");
                    });
        }
        if (simple != null) {
            return Optional.of(
                    simple.equals("add")
                            ? news(lines, "act", "news.added", lines)
                            : cover(after.covers().size(), "news.cover-added"));
        }
        return LineGroup.of(parts.group(5)).map(group -> started(parts.group(4), group));
    }

    /** The charge of a group's first line; the act of a line more. */
    private News started(String what, LineGroup group) {
        int had = before.lines().get(0).isEmpty() ? 0 : before.lines().size();
        if (after.lines().size() <= had) {
            return news(1, "act", "news.full", TypedClaim.MOST_LINES);
        }
        return what.equals("start")
                ? news(
                        had + 1,
                        "charge",
                        "news.started",
                        texts.say("group." + group.kind().word()),
                        after.lines().size() - had)
                : news(lastIn(group.word()), "act", "news.added", lastIn(group.word()));
    }

    private int lastIn(String group) {
        int last = 1;
        for (int number = 1; number <= after.lines().size(); number++) {
            if (after.lines().get(number - 1).group().equals(group)) {
                last = number;
            }
        }
        return last;
    }

    private News news(int line, String field, String key, Object... arguments) {
        return new News("line" + line + "-" + field, texts.say(key, arguments));
    }

    private News cover(int number, String key) {
        int there = Math.clamp(number, 1, after.covers().size());
        return new News(TypedClaim.coverField(there), texts.say(key, number));
    }
}
