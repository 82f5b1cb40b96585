package io.bareme.portal.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * The form as it was typed: nothing in it is checked, every field is text, a missing one is empty. So that no
 * parameter, however strange, can break the page.
 *
 * @param who {@link #TABLE} or {@link #MEMBER}
 * @param cover product and level, {@code ccn-formation/niveau-1}
 * @param member a member's number
 */
record TypedClaim(
        String who,
        String cover,
        String scheme,
        String born,
        String member,
        String profession,
        String category,
        String date,
        List<Line> lines) {

    static final String TABLE = "table";
    static final String MEMBER = "member";

    /** More lines belong in a file sent to the API. */
    static final int MOST_LINES = 20;

    private static final int LONGEST = 200;
    private static final Pattern LINE_FIELD = Pattern.compile("line(\\d{1,3})\\..*");

    TypedClaim {
        lines = List.copyOf(lines);
    }

    /**
     * One care line as typed.
     *
     * @param date the line's own day; empty for the claim's
     * @param group the word that lines settled together share
     */
    record Line(
            String act,
            String charge,
            String quantity,
            String coefficient,
            String date,
            String pathway,
            String exemption,
            String careClass,
            String basket,
            String lens,
            String part,
            String group,
            boolean quoted) {

        static final Line EMPTY = new Line("", "", "1", "", "", "in", "", "", "", "", "", "", false);

        Line shown(String actShown) {
            return new Line(
                    actShown,
                    charge,
                    quantity,
                    coefficient,
                    TypedDay.shown(date),
                    pathway,
                    exemption,
                    careClass,
                    basket,
                    lens,
                    part,
                    group,
                    quoted);
        }

        boolean isEmpty() {
            return act.isBlank() && charge.isBlank();
        }

        /** Whether something is said that stands among the details. */
        boolean hasDetails() {
            return quoted
                    || !(pathway.isEmpty() || pathway.equals(EMPTY.pathway))
                    || !(date + exemption + careClass + basket + lens + part + group).isEmpty();
        }
    }

    static TypedClaim of(MultiValueMap<String, String> parameters) {
        Fields fields = new Fields(parameters);
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String name : parameters.keySet()) {
            Matcher field = LINE_FIELD.matcher(name);
            if (field.matches()) {
                numbers.add(Integer.valueOf(field.group(1)));
            }
        }
        List<Line> lines = numbers.stream()
                .limit(MOST_LINES + 1L)
                .map(number -> line(fields, "line" + number + "."))
                .toList();
        return new TypedClaim(
                fields.or("who", TABLE),
                fields.get("cover"),
                fields.get("scheme"),
                fields.get("born"),
                fields.get("member"),
                fields.get("profession"),
                fields.get("category"),
                fields.get("date"),
                lines.isEmpty() ? List.of(Line.EMPTY) : lines);
    }

    private static Line line(Fields fields, String prefix) {
        return new Line(
                fields.get(prefix + "act"),
                fields.get(prefix + "charge"),
                fields.or(prefix + "quantity", Line.EMPTY.quantity),
                fields.get(prefix + "coefficient"),
                fields.get(prefix + "date"),
                fields.or(prefix + "pathway", Line.EMPTY.pathway),
                fields.get(prefix + "exemption"),
                fields.get(prefix + "class"),
                fields.get(prefix + "basket"),
                fields.get(prefix + "lens"),
                fields.get(prefix + "part"),
                fields.get(prefix + "group"),
                !fields.get(prefix + "quoted").isEmpty());
    }

    boolean isForMember() {
        return who.equals(MEMBER);
    }

    TypedClaim withLines(List<Line> others) {
        return new TypedClaim(who, cover, scheme, born, member, profession, category, date, others);
    }

    TypedClaim withAnotherLine() {
        List<Line> more = new ArrayList<>(lines);
        if (more.size() < MOST_LINES) {
            more.add(Line.EMPTY);
        }
        return withLines(more);
    }

    /** Without the line of that number, from 1; the last one left is emptied instead. */
    TypedClaim withoutLine(int number) {
        List<Line> fewer = new ArrayList<>(lines);
        if (number >= 1 && number <= fewer.size()) {
            fewer.remove(number - 1);
        }
        return withLines(fewer.isEmpty() ? List.of(Line.EMPTY) : fewer);
    }

    private record Fields(Map<String, List<String>> parameters) {

        String get(String name) {
            List<String> values = parameters.get(name);
            String value = values == null || values.isEmpty() || values.get(0) == null
                    ? ""
                    : values.get(0).strip();
            return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        }

        String or(String name, String otherwise) {
            String value = get(name);
            return value.isEmpty() ? otherwise : value;
        }
    }
}
