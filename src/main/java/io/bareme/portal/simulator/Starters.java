package io.bareme.portal.simulator;

import io.bareme.portal.simulator.LineGroup.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lines that a whole equipment, stay or pair begins with: what was charged remains to be typed. */
final class Starters {

    private static final TypedLine RIGHT = TypedLine.EMPTY.with("part", "right");
    private static final TypedLine LEFT = TypedLine.EMPTY.with("part", "left");

    /** What each country has acts for. */
    private static final Map<String, List<Kind>> KINDS =
            Map.of("FR", List.of(Kind.EQUIPMENT, Kind.AIDS, Kind.STAY, Kind.SEMESTER), "MA", List.of(Kind.STAY));

    private Starters() {}

    static List<Kind> kinds(String country) {
        return KINDS.getOrDefault(country, List.of());
    }

    /** @param young whether the person is below 20, the age at which a hearing aid's tariff changes */
    static List<TypedLine> lines(LineGroup group, String country, boolean young) {
        String aid = young ? "aide-auditive-classe-2-enfant" : "aide-auditive-classe-2-adulte";
        Stream<TypedLine> lines = switch (group.kind()) {
            case EQUIPMENT ->
                Stream.of(
                        RIGHT.with("act", "verre-simple-classe-b"),
                        LEFT.with("act", "verre-simple-classe-b"),
                        act("monture-classe-b"));
            case AIDS -> Stream.of(RIGHT.with("act", aid), LEFT.with("act", aid));
            case STAY ->
                country.equals("MA")
                        ? Stream.of(act("CLINIQUE"), act("CHIRURGIE"), act("CHAMBRE"))
                        : Stream.of(
                                act("frais-de-sejour"),
                                act("honoraires-chirurgie"),
                                act("forfait-journalier"),
                                act("chambre-particuliere"));
            case SEMESTER -> Stream.of(act("TO90"));
        };
        return lines.map(line -> line.with("group", group.word())).toList();
    }

    private static TypedLine act(String code) {
        return TypedLine.EMPTY.with("act", code);
    }
}
