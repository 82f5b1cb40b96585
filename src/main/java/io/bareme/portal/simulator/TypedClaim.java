package io.bareme.portal.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/**
 * The form as it was typed: nothing in it is checked, every field is text, a missing one is empty. So that no
 * parameter, however strange, can break the page.
 *
 * @param who {@link #TABLE} or {@link #MEMBER}
 * @param covers product and level of each contract, {@code ccn-formation/niveau-1}, in their order of payment; never
 *     none, the first may be empty
 * @param member a member's number
 * @param dossier the way of a file of a Moroccan complementary contract; empty for a claim that is none
 */
record TypedClaim(
        String who,
        List<String> covers,
        String scheme,
        String born,
        String member,
        String profession,
        String category,
        String date,
        String dossier,
        List<TypedLine> lines) {

    static final String TABLE = "table";
    static final String MEMBER = "member";

    /** More lines belong in a file sent to the API. */
    static final int MOST_LINES = 20;

    /** A base, its options and a second insurer. */
    static final int MOST_COVERS = 4;

    private static final int LONGEST = 200;
    private static final Pattern LINE_FIELD = Pattern.compile("line(\\d{1,3})\\..*");

    TypedClaim {
        covers = covers.isEmpty() ? List.of("") : List.copyOf(covers);
        lines = lines.isEmpty() ? List.of(TypedLine.EMPTY) : List.copyOf(lines);
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
        return new TypedClaim(
                fields.or("who", TABLE),
                covers(parameters, fields),
                fields.get("scheme"),
                fields.get("born"),
                fields.get("member"),
                fields.get("profession"),
                fields.get("category"),
                fields.get("date"),
                fields.get("dossier"),
                numbers.stream()
                        .limit(MOST_LINES + 1L)
                        .map(number -> TypedLine.of(name -> fields.get("line" + number + "." + name)))
                        .toList());
    }

    /** What was sent, an empty contract among others included: it is being chosen. */
    private static List<String> covers(MultiValueMap<String, String> parameters, Fields fields) {
        return IntStream.rangeClosed(1, MOST_COVERS)
                .mapToObj(TypedClaim::coverField)
                .filter(field -> field.equals("cover") || parameters.containsKey(field))
                .map(fields::get)
                .toList();
    }

    /** {@code cover} for the first contract to pay, then {@code cover2} to {@code cover4}. */
    static String coverField(int number) {
        return number == 1 ? "cover" : "cover" + number;
    }

    /** The first contract's product and level. */
    String cover() {
        return covers.get(0);
    }

    boolean isForMember() {
        return who.equals(MEMBER);
    }

    TypedClaim withLines(List<TypedLine> others) {
        return new TypedClaim(who, covers, scheme, born, member, profession, category, date, dossier, others);
    }

    TypedClaim withCovers(List<String> others) {
        return new TypedClaim(who, others, scheme, born, member, profession, category, date, dossier, lines);
    }

    TypedClaim withAnotherCover() {
        List<String> more = new ArrayList<>(covers);
        if (more.size() < MOST_COVERS) {
            more.add("");
        }
        return withCovers(more);
    }

    /** Without the contract of that number, from 1. */
    TypedClaim withoutCover(int number) {
        List<String> fewer = new ArrayList<>(covers);
        if (number >= 1 && number <= fewer.size()) {
            fewer.remove(number - 1);
        }
        return withCovers(fewer);
    }

    /** The contract of that number, from 2, pays before the one that came before it. */
    TypedClaim withCoverEarlier(int number) {
        List<String> swapped = new ArrayList<>(covers);
        if (number >= 2 && number <= swapped.size()) {
            Collections.swap(swapped, number - 1, number - 2);
        }
        return withCovers(swapped);
    }

    TypedClaim withAnotherLine() {
        return withLinesAt(lines.size(), List.of(TypedLine.EMPTY));
    }

    /** With more lines before the one at that place, from 0, as far as there is room for all of them. */
    TypedClaim withLinesAt(int place, List<TypedLine> others) {
        List<TypedLine> more = new ArrayList<>(lines);
        if (more.size() + others.size() <= MOST_LINES) {
            more.addAll(place, others);
        }
        return withLines(more);
    }

    /** Without the line of that number, from 1; the last one left is emptied instead. */
    TypedClaim withoutLine(int number) {
        List<TypedLine> fewer = new ArrayList<>(lines);
        if (number >= 1 && number <= fewer.size()) {
            fewer.remove(number - 1);
        }
        return withLines(fewer);
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
