package io.bareme.portal.simulator;

import io.bareme.explanation.Amounts;
import io.bareme.portal.pages.Texts;
import io.bareme.portal.simulator.LineFields.Choice;
import io.bareme.regulation.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the form's template shows: what was typed, and the choices that go with it. */
final class SimulatorPage {

    /** The levels of a product, under its name. */
    record Group(String label, List<Choice> choices) {}

    /**
     * One contract of the form.
     *
     * @param field the field's name and id
     * @param link the page of the product's table; null as long as none is chosen
     */
    record Contract(
            int number,
            String field,
            String label,
            List<Group> groups,
            @Nullable String link) {}

    /** One line of the form with what depends on its act and group. */
    record FormLine(
            int number,
            TypedLine typed,
            List<LineFields.Field> close,
            List<LineFields.Field> details,
            boolean detailed,
            boolean coefficient,
            @Nullable String usualCoefficient) {}

    /**
     * Lines that stand together in the form.
     *
     * @param word the group's, to add a line to it; null for lines alone
     */
    record Block(@Nullable String word, @Nullable String name, List<FormLine> lines) {}

    /** A whole group that one button fills in. */
    record Starter(String word, String label) {}

    private final Draft draft;
    private final Catalogue catalogue;
    private final Texts texts;
    private final LineFields fields;

    SimulatorPage(Draft draft, Catalogue catalogue, Texts texts) {
        this.draft = draft;
        this.catalogue = catalogue;
        this.texts = texts;
        this.fields = new LineFields(draft, texts);
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
        return member().map(found -> texts.say(
                        "member.detail",
                        texts.say("scheme." + found.rights().scheme().word()),
                        Amounts.day(found.rights().born(), texts.locale())))
                .orElse(null);
    }

    private Optional<Members.Found> member() {
        return draft.form().isForMember() ? draft.member() : Optional.empty();
    }

    /** The contracts that cover the member on the day of care, in their order of payment. */
    public List<String> getHeld() {
        return member().stream()
                .flatMap(found -> found.rights().enrolments().stream())
                .filter(enrolment -> enrolment.cover().contains(draft.care()))
                .map(enrolment -> enrolment.product() + "/" + enrolment.level())
                .map(value -> catalogue
                        .cover(value)
                        .map(cover -> cover.product().shortName() + ", " + cover.levelLabel())
                        .orElse(value))
                .toList();
    }

    /** The contracts tried out, in their order of payment. */
    public List<Contract> getContracts() {
        List<Contract> contracts = new ArrayList<>();
        for (String typed : draft.form().covers()) {
            int number = contracts.size() + 1;
            contracts.add(new Contract(
                    number,
                    TypedClaim.coverField(number),
                    draft.form().covers().size() == 1
                            ? texts.say("simulator.cover")
                            : texts.say("simulator.cover.number", number),
                    covers(typed, number),
                    catalogue
                            .cover(typed)
                            .map(cover -> "/products/" + cover.product().id() + "?level=" + cover.level())
                            .orElse(null)));
        }
        return contracts;
    }

    /** Whether one contract more fits in. */
    public boolean isMoreCovers() {
        return draft.form().covers().size() < TypedClaim.MOST_COVERS
                && draft.cover().isPresent();
    }

    /** All products for the first contract; those of its country for the others. */
    private List<Group> covers(String typed, int number) {
        return catalogue.products().stream()
                .filter(product -> number == 1 || product.country().equals(getCountry()))
                .map(product -> new Group(
                        texts.say("country." + product.country()) + " – " + product.name(),
                        product.levels().stream()
                                .map(level -> new Choice(
                                        level.value(),
                                        level.label() + " – " + product.shortName(),
                                        level.value().equals(typed)))
                                .toList()))
                .toList();
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

    /** The ways of a file; none where the claim can be no file of a Moroccan complementary contract. */
    public List<Choice> getDossiers() {
        return draft.takesDossier()
                ? choices("dossier.", Choices.DOSSIERS, draft.form().dossier())
                : List.of();
    }

    private List<Choice> choices(String key, List<String> words, String chosen) {
        return words.stream()
                .map(word -> new Choice(word, texts.say(key + word), word.equals(chosen)))
                .toList();
    }

    /** The lines in their order, those of one group that follow each other as one block. */
    public List<Block> getBlocks() {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (TypedLine line : draft.form().lines()) {
            FormLine shown = line(++number, line);
            Optional<LineGroup> group = LineGroup.of(line.group());
            String word = group.map(LineGroup::word).orElse(null);
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last == null || word == null || !word.equals(last.word())) {
                last = new Block(word, group.map(fields::name).orElse(null), new ArrayList<>());
                blocks.add(last);
            }
            last.lines().add(shown);
        }
        return blocks;
    }

    private FormLine line(int number, TypedLine line) {
        Optional<Act> act = Optional.ofNullable(catalogue.acts().named(line.act(), getCountry()));
        return new FormLine(
                number,
                line,
                fields.close(line),
                fields.details(line),
                fields.detailed(line),
                act.filter(ActIndex::needsCoefficient).isPresent(),
                act.map(Act::defaultCoefficient)
                        .map(usual -> usual.stripTrailingZeros().toPlainString())
                        .orElse(null));
    }

    /** What can be begun with one button, as far as there is room. */
    public List<Starter> getStarters() {
        return isFull()
                ? List.of()
                : Starters.kinds(getCountry()).stream()
                        .map(kind -> new Starter("start-" + kind.word(), texts.say("group." + kind.word())))
                        .toList();
    }

    public boolean isFull() {
        return draft.form().lines().size() >= TypedClaim.MOST_LINES;
    }
}
