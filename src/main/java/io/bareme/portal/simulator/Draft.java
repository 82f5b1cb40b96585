package io.bareme.portal.simulator;

import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.Act;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form being filled in, and what is known from what it says so far. */
final class Draft {

    private final TypedClaim form;
    private final Catalogue catalogue;
    private final Members members;
    private @Nullable Optional<Members.Found> member;

    Draft(TypedClaim form, Catalogue catalogue, Members members) {
        this.form = form;
        this.catalogue = catalogue;
        this.members = members;
    }

    TypedClaim form() {
        return form;
    }

    Draft with(TypedClaim other) {
        return new Draft(other, catalogue, members);
    }

    Optional<Catalogue.Cover> cover() {
        return catalogue.cover(form.cover());
    }

    /** Looked up once: a page asks often. */
    Optional<Members.Found> member() {
        Optional<Members.Found> found = member;
        if (found == null) {
            String number = number();
            found = number.isEmpty()
                    ? Optional.empty()
                    : members.numbered(number, TypedDay.read(form.date()).orElseGet(LocalDate::now));
            member = found;
        }
        return found;
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
                form.cover(),
                form.scheme(),
                or(form.born(), "15/06/1985"),
                form.member(),
                form.profession(),
                form.category(),
                or(form.date(), TypedDay.shown(LocalDate.now())),
                form.lines()));
    }

    /** After another product, a scheme and a category that do not go with it are let go; days and acts are shown in full. */
    Draft fitted(Locale locale) {
        List<String> schemes = schemes();
        List<String> categories = Choices.categories(country());
        return with(new TypedClaim(
                form.who(),
                form.cover(),
                scheme(schemes),
                TypedDay.shown(form.born()),
                member().map(Members.Found::shown).orElse(form.member()),
                form.profession(),
                categories.contains(form.category()) ? form.category() : "",
                TypedDay.shown(form.date()),
                form.lines().stream()
                        .map(line -> line.shown(act(line.act(), locale)))
                        .toList()));
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
