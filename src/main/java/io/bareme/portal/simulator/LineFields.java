package io.bareme.portal.simulator;

import io.bareme.portal.pages.Texts;
import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a line beside act, charge and quantity: those that its group or its act cannot do without stand close at
 * hand, the others among the details.
 */
final class LineFields {

    /** A choice of a list; {@code chosen} when it is the one typed. */
    record Choice(String value, String label, boolean chosen) {}

    /**
     * One field.
     *
     * @param name without the line's prefix; {@code group} lines up the form again when it changes
     * @param choices null for a field of text
     * @param unsaid what the list says when nothing is chosen; null when something always is
     * @param mode what keyboard a phone shows; null for words
     */
    record Field(
            String name,
            String label,
            String value,
            @Nullable List<Choice> choices,
            @Nullable String unsaid,
            @Nullable String mode) {}

    private static final List<String> FRENCH = List.of(
            "pathway",
            "exemption",
            "basket",
            "class",
            "lens",
            "part",
            "teeth",
            "base",
            "compulsory",
            "date",
            "days",
            "began",
            "discharge",
            "daily-charge",
            "renewal",
            "group");
    private static final List<String> MOROCCAN =
            List.of("exemption", "lens", "part", "illness", "base", "compulsory", "date", "days", "began", "group");

    private final String country;
    private final Catalogue catalogue;
    private final List<TypedLine> lines;
    private final String dossier;
    private final Texts texts;

    LineFields(Draft draft, Texts texts) {
        this.country = draft.country();
        this.catalogue = draft.catalogue();
        this.lines = draft.form().lines();
        this.dossier = draft.takesDossier() ? draft.form().dossier() : "";
        this.texts = texts;
    }

    List<Field> close(TypedLine line) {
        return closeNames(line).stream().map(name -> field(name, line)).toList();
    }

    List<Field> details(TypedLine line) {
        return detailNames(line).stream().map(name -> field(name, line)).toList();
    }

    /** Whether something is said among the details. */
    boolean detailed(TypedLine line) {
        List<String> names = new ArrayList<>(detailNames(line));
        names.remove("group");
        names.add("quoted");
        return line.says(names) || (line.says(List.of("group")) && group(line).isEmpty());
    }

    private static Optional<LineGroup> group(TypedLine line) {
        return LineGroup.of(line.group());
    }

    private List<String> closeNames(TypedLine line) {
        Act act = catalogue.acts().named(line.act(), country);
        List<String> names = new ArrayList<>();
        group(line).ifPresent(group -> {
            switch (group.kind()) {
                case EQUIPMENT -> names.addAll(equipment(act));
                case AIDS -> names.add("part");
                case STAY -> names.addAll(stay(act));
                case SEMESTER -> names.add("began");
            }
        });
        if (act != null && catalogue.baseIsToBeStated(act) && !names.contains("base")) {
            names.add("base");
        }
        names.addAll(ofDossier());
        return names;
    }

    /** What the file must say of each line: what the scheme paid, what was paid before, what is claimed. */
    private List<String> ofDossier() {
        return switch (dossier) {
            case "remainder" -> List.of("compulsory", "already-paid");
            case "cnss-flow" -> List.of("compulsory");
            case "one-stop" -> List.of("compulsory", "claimed");
            default -> List.of();
        };
    }

    private List<String> equipment(@Nullable Act act) {
        boolean lens = act == null || act.family().startsWith("optical.lens");
        boolean typed = act != null && act.family().contains("optical.lens.");
        return lens ? typed ? List.of("part", "renewal") : List.of("part", "lens", "renewal") : List.of("renewal");
    }

    private List<String> stay(@Nullable Act act) {
        CareKind kind = act == null ? CareKind.UNCOVERED : act.kind();
        return switch (kind) {
            case HOSPITAL_STAY -> List.of("base", "began");
            case DAILY_CHARGE -> List.of("discharge", "daily-charge");
            default -> List.of();
        };
    }

    private List<String> detailNames(TypedLine line) {
        List<String> names = new ArrayList<>(country.equals("FR") ? FRENCH : MOROCCAN);
        names.removeAll(closeNames(line));
        if (!replacesTeeth(line)) {
            names.remove("teeth");
        }
        return names;
    }

    /** Some tables pay an appliance by the number of teeth. */
    private boolean replacesTeeth(TypedLine line) {
        Act act = catalogue.acts().named(line.act(), country);
        return line.says(List.of("teeth")) || (act != null && act.family().startsWith("dental.prosthesis"));
    }

    private Field field(String name, TypedLine line) {
        return switch (name) {
            case "pathway" -> list(name, line, "pathway.", Choices.PATHWAYS, null);
            case "exemption" -> list(name, line, "exemption.", Choices.exemptions(country), texts.say("none"));
            case "basket" -> list(name, line, "basket.", Choices.BASKETS, texts.say("unsaid"));
            case "class" -> list(name, line, "class.", Choices.CLASSES, texts.say("unsaid"));
            case "lens" -> list(name, line, "lens.", Choices.LENSES, texts.say("unsaid"));
            case "group" -> groups(line);
            case "part" -> part(line);
            case "renewal" -> list(name, line, "renewal.", Choices.RENEWALS, texts.say("none"));
            case "discharge" -> list(name, line, "discharge.", Choices.DISCHARGES, texts.say("unsaid"));
            case "daily-charge" -> list(name, line, "daily-charge.", Choices.DAILY_CHARGES, texts.say("unsaid"));
            case "illness" -> text(name, line, null);
            case "date", "days", "began", "teeth" -> text(name, line, "numeric");
            default -> text(name, line, "decimal");
        };
    }

    private Field text(String name, TypedLine line, @Nullable String mode) {
        return new Field(name, texts.say("line." + name), line.get(name), null, null, mode);
    }

    private Field list(String name, TypedLine line, String key, List<String> words, @Nullable String unsaid) {
        List<Choice> choices = words.stream()
                .map(word -> new Choice(word, texts.say(key + word), word.equals(line.get(name))))
                .toList();
        return new Field(name, texts.say("line." + name), line.get(name), choices, unsaid, null);
    }

    /** In an equipment it is an eye, in a pair of aids an ear; else the number of a tooth too. */
    private Field part(TypedLine line) {
        Optional<LineGroup.Kind> kind = group(line).map(LineGroup::kind);
        if (kind.filter(one -> one == LineGroup.Kind.EQUIPMENT || one == LineGroup.Kind.AIDS)
                .isEmpty()) {
            return text("part", line, null);
        }
        String key = "side." + kind.get().word() + ".";
        String side = FormReading.side(line.get("part"));
        Field field = list("part", line.with("part", side), key, Choices.SIDES, texts.say("unsaid"));
        return new Field(
                "part", texts.say("line.part." + kind.get().word()), side, field.choices(), field.unsaid(), null);
    }

    /** The groups that lines are in, and one more of each kind; a word that came with an address stays as it is. */
    private Field groups(TypedLine line) {
        List<Choice> choices = new ArrayList<>();
        for (LineGroup.Kind kind : LineGroup.Kind.values()) {
            for (int number = 1; number <= LineGroup.next(kind, lines).number(); number++) {
                LineGroup group = new LineGroup(kind, number);
                choices.add(new Choice(group.word(), name(group), group.word().equals(line.group())));
            }
        }
        if (!line.group().isEmpty() && group(line).isEmpty()) {
            choices.add(new Choice(line.group(), line.group(), true));
        }
        return new Field("group", texts.say("line.group"), line.group(), choices, texts.say("line.group.alone"), null);
    }

    String name(LineGroup group) {
        return name(group, texts);
    }

    /** {@code Équipement optique}; {@code Équipement optique 2} for the second. */
    static String name(LineGroup group, Texts texts) {
        String name = texts.say("group." + group.kind().word());
        return group.number() == 1 ? name : name + " " + group.number();
    }
}
