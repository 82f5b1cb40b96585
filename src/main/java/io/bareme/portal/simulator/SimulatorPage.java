package io.bareme.portal.simulator;

import io.bareme.explanation.Amounts;
import io.bareme.portal.pages.Texts;
import io.bareme.regulation.Act;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the form's template shows: what was typed, and the choices that go with it. */
final class SimulatorPage {

    /** A word of a list with its reading; {@code chosen} when it is the one typed. */
    record Choice(String value, String label, boolean chosen) {}

    /** The levels of a product, under its name. */
    record Group(String label, List<Choice> choices) {}

    /** One line of the form with what depends on its act. */
    record FormLine(
            int number,
            TypedClaim.Line typed,
            boolean detailed,
            boolean coefficient,
            @Nullable String usualCoefficient) {}

    private final Draft draft;
    private final Catalogue catalogue;
    private final Texts texts;

    SimulatorPage(Draft draft, Catalogue catalogue, Texts texts) {
        this.draft = draft;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    public TypedClaim getForm() {
        return draft.form();
    }

    public String getCountry() {
        return draft.country();
    }

    public String getChargeLabel() {
        return texts.say("line.charge", getCountry().equals("FR") ? "€" : "MAD");
    }

    public String getCategoryLabel() {
        return texts.say("simulator.category." + getCountry());
    }

    public boolean isForMember() {
        return draft.form().isForMember();
    }

    /** The chosen member, with scheme and birth date. */
    public @Nullable String getMemberDetail() {
        return draft.form().isForMember()
                ? draft.member()
                        .map(found -> texts.say(
                                "member.detail",
                                texts.say("scheme." + found.rights().scheme().word()),
                                Amounts.day(found.rights().born(), texts.locale()),
                                held(found)))
                        .orElse(null)
                : null;
    }

    /** The contracts that cover the member on the day of care, in their order. */
    private String held(Members.Found found) {
        LocalDate day = TypedDay.read(draft.form().date()).orElseGet(LocalDate::now);
        List<String> held = found.rights().enrolments().stream()
                .filter(enrolment -> enrolment.cover().contains(day))
                .map(enrolment -> enrolment.product() + "/" + enrolment.level())
                .map(value -> catalogue
                        .cover(value)
                        .map(cover -> cover.product().shortName() + ", " + cover.levelLabel())
                        .orElse(value))
                .toList();
        return held.isEmpty() ? texts.say("member.nothing") : String.join(" ; ", held);
    }

    /** The page of the chosen product's table. */
    public @Nullable String getTableLink() {
        return draft.form().isForMember()
                ? null
                : draft.cover()
                        .map(cover -> "/products/" + cover.product().id() + "?level=" + cover.level())
                        .orElse(null);
    }

    public List<Group> getCovers() {
        List<Group> groups = new ArrayList<>();
        for (Catalogue.Product product : catalogue.products()) {
            groups.add(new Group(
                    texts.say("country." + product.country()) + " – " + product.name(),
                    product.levels().stream()
                            .map(level -> new Choice(
                                    level.value(),
                                    level.label() + " – " + product.shortName(),
                                    level.value().equals(draft.form().cover())))
                            .toList()));
        }
        return groups;
    }

    public List<Choice> getSchemes() {
        return choices("scheme.", draft.schemes(), draft.form().scheme());
    }

    /** What the list of schemes says before one is chosen; null where one is. */
    public @Nullable String getSchemeUnsaid() {
        return draft.schemeIsOpen() ? texts.say("choose") : null;
    }

    public List<Choice> getProfessions() {
        return choices("profession.", Choices.PROFESSIONS, draft.form().profession());
    }

    public List<Choice> getCategories() {
        return choices(
                "category.", Choices.categories(getCountry()), draft.form().category());
    }

    public List<Choice> pathways(TypedClaim.Line line) {
        return choices("pathway.", Choices.PATHWAYS, line.pathway());
    }

    public List<Choice> exemptions(TypedClaim.Line line) {
        return choices("exemption.", Choices.exemptions(getCountry()), line.exemption());
    }

    public List<Choice> baskets(TypedClaim.Line line) {
        return choices("basket.", Choices.BASKETS, line.basket());
    }

    public List<Choice> classes(TypedClaim.Line line) {
        return choices("class.", Choices.CLASSES, line.careClass());
    }

    public List<Choice> lenses(TypedClaim.Line line) {
        return choices("lens.", Choices.LENSES, line.lens());
    }

    private List<Choice> choices(String key, List<String> words, String chosen) {
        return words.stream()
                .map(word -> new Choice(word, texts.say(key + word), word.equals(chosen)))
                .toList();
    }

    public List<FormLine> getLines() {
        List<FormLine> lines = new ArrayList<>();
        for (TypedClaim.Line line : draft.form().lines()) {
            Optional<Act> act = Optional.ofNullable(catalogue.acts().named(line.act(), getCountry()));
            lines.add(new FormLine(
                    lines.size() + 1,
                    line,
                    line.hasDetails(),
                    act.filter(ActIndex::needsCoefficient).isPresent(),
                    act.map(Act::defaultCoefficient)
                            .map(usual -> usual.stripTrailingZeros().toPlainString())
                            .orElse(null)));
        }
        return lines;
    }

    public boolean isFull() {
        return draft.form().lines().size() >= TypedClaim.MOST_LINES;
    }
}
