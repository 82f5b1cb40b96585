package io.bareme.portal.simulator;

import io.bareme.adjudication.Scheme;
import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.Act;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form being filled in, and what is known from what it says so far. */
final class Draft {

    /** The tariff of hearing aids changes at the 20th birthday (LPP). */
    private static final int ADULT_AT_THE_AUDIOLOGIST = 20;

    private final TypedClaim form;
    private final Catalogue catalogue;
    private final Members members;
    private final LocalDate today;
    private @Nullable Optional<Members.Found> member;

    Draft(TypedClaim form, Catalogue catalogue, Members members, LocalDate today) {
        this.form = form;
        this.catalogue = catalogue;
        this.members = members;
        this.today = today;
    }

    TypedClaim form() {
        return form;
    }

    Draft with(TypedClaim other) {
        return new Draft(other, catalogue, members, today);
    }

    Optional<Catalogue.Cover> cover() {
        return catalogue.cover(form.cover());
    }

    /** Looked up once: a page asks often. */
    Optional<Members.Found> member() {
        Optional<Members.Found> found = member;
        if (found == null) {
            String number = number();
            found = number.isEmpty() ? Optional.empty() : members.numbered(number, care());
            member = found;
        }
        return found;
    }

    LocalDate today() {
        return today;
    }

    /** The day of care; today as long as it cannot be read. */
    LocalDate care() {
        return TypedDay.read(form.date()).orElse(today);
    }

    /** The number alone, where the list completed it with a name. */
    String number() {
        int end = form.member().indexOf(ActIndex.SEPARATOR);
        return (end < 0 ? form.member() : form.member().substring(0, end)).strip();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Of the chosen product or member; France until one is chosen. */
    String country() {
        return form.isForMember()
                ? member().map(Members.Found::country).orElse("FR")
                : cover().map(cover -> cover.product().country()).orElse("FR");
    }

    /** A first visit finds today's date and an adult. */
    Draft withDefaults() {
        return with(new TypedClaim(
                form.who(),
                form.covers(),
                form.scheme(),
                or(form.born(), "15/06/1985"),
                form.member(),
                form.profession(),
                form.category(),
                or(form.date(), TypedDay.shown(today)),
                form.dossier(),
                form.lines()));
    }

    /** After another product, a scheme and a category that do not go with it are let go; days and acts are shown in full. */
    Draft fitted(Locale locale) {
        List<String> schemes = schemes();
        List<String> categories = Choices.categories(country());
        return with(new TypedClaim(
                form.who(),
                covers(),
                scheme(schemes),
                TypedDay.shown(form.born()),
                member().map(Members.Found::shown).orElse(form.member()),
                form.profession(),
                categories.contains(form.category()) ? form.category() : "",
                TypedDay.shown(form.date()),
                takesDossier() ? form.dossier() : "",
                form.lines().stream().map(line -> shown(line, locale)).toList()));
    }

    /** Whether a Moroccan complementary contract comes after a compulsory scheme: such a claim may be one of its files. */
    boolean takesDossier() {
        return country().equals("MA")
                && (form.isForMember()
                        ? member().map(found -> found.rights().scheme())
                                .filter(scheme -> scheme != Scheme.MA_NONE)
                                .isPresent()
                        : cover().map(cover -> cover.product().table().kind())
                                .filter(ProductKind.AMC::equals)
                                .isPresent());
    }

    /** A scheme that does not go with the product gives way; where several Moroccan schemes go with it, none is guessed. */
    private String scheme(List<String> schemes) {
        if (schemes.contains(form.scheme())) {
            return form.scheme();
        }
        return schemeIsOpen() ? "" : schemes.get(0);
    }

    /** Whether the form alone can say which scheme comes first: the product's data name none. */
    boolean schemeIsOpen() {
        return !form.isForMember() && schemes().size() > 1 && country().equals("MA");
    }

    /** The contracts that go with the first: those of another country are let go. */
    private List<String> covers() {
        return form.covers().stream()
                .filter(typed -> catalogue
                        .cover(typed)
                        .map(cover -> cover.product().country().equals(country()))
                        .orElse(true))
                .toList();
    }

    private TypedLine shown(TypedLine line, Locale locale) {
        return line.with("act", act(line.act(), locale))
                .with("date", TypedDay.shown(line.get("date")))
                .with("began", TypedDay.shown(line.get("began")));
    }

    /** With the lines of a whole group, in place of a single line that says nothing yet. */
    Draft started(LineGroup.Kind kind) {
        List<TypedLine> lines = form.lines();
        List<TypedLine> starter = Starters.lines(LineGroup.next(kind, lines), country(), isYoung());
        return with(
                lines.size() == 1 && lines.get(0).isEmpty()
                        ? form.withLines(starter)
                        : form.withLinesAt(lines.size(), starter));
    }

    /** With another line at the end of a group. */
    Draft withAnotherLineIn(LineGroup group) {
        int place = 0;
        for (int at = 0; at < form.lines().size(); at++) {
            if (form.lines().get(at).group().equals(group.word())) {
                place = at + 1;
            }
        }
        return with(form.withLinesAt(place, List.of(TypedLine.EMPTY.with("group", group.word()))));
    }

    private boolean isYoung() {
        Optional<LocalDate> born =
                form.isForMember() ? member().map(found -> found.rights().born()) : TypedDay.read(form.born());
        return born.filter(day -> day.plusYears(ADULT_AT_THE_AUDIOLOGIST).isAfter(care()))
                .isPresent();
    }

    /** The act with its words, where what is typed names one. */
    private String act(String typed, Locale locale) {
        Act named = catalogue.acts().named(typed, country());
        return named == null ? typed : ActIndex.shown(named, locale);
    }

    /** Whether the scheme that was sent, if any, goes with the product: another is shown, never computed with. */
    boolean hasFittingScheme() {
        return form.isForMember()
                || form.scheme().isEmpty()
                || cover().isEmpty()
                || schemes().contains(form.scheme());
    }

    /** The compulsory schemes that the product goes with. */
    List<String> schemes() {
        return cover().map(cover -> cover.product().table().kind())
                .map(kind -> kind == ProductKind.DIM
                        ? List.of("none")
                        : kind == ProductKind.AMC ? List.of("ma-cnss", "ma-cnops") : Choices.schemes("FR"))
                .orElseGet(() -> Choices.schemes(country()));
    }

    private static String or(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }
}
