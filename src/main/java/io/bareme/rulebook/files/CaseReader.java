package io.bareme.rulebook.files;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.ClaimKind;
import io.bareme.adjudication.Dossier;
import io.bareme.adjudication.EarlierCare;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Provider;
import io.bareme.adjudication.Scheme;
import io.bareme.adjudication.SchemeChange;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.ProductKind;
import io.bareme.rulebook.cases.Expected;
import io.bareme.rulebook.cases.Figure;
import io.bareme.rulebook.cases.SkippedCase;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.cases.WorkedCase.Contract;
import io.bareme.rulebook.cases.WorkedCase.EarlierClaim;
import io.bareme.rulebook.cases.WorkedCase.Kind;
import io.bareme.rulebook.cases.WorkedCase.OfTable;
import io.bareme.rulebook.cases.WorkedCase.OfWording;
import io.bareme.rulebook.cases.WorkedCase.Person;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads worked cases: a table's {@code cases.yaml} and the harness {@code rules/cases/<fr|ma>/**.yaml}, of one form.
 *
 * <pre>
 * cases:
 *   - id: HY-AESIO-SP2EP-COUR           # unique among all cases
 *     title: "Couronne céramo-métallique, 150 % BR"
 *     kind: published                   # published, derived, fictional
 *     source: "https://… — page title"
 *     assumed: "care date 2024-06-01: the page says 2024-25"
 *     person: {scheme: fr-general, born: 1980-01-01, exempt: [ald]}   # exempt if any
 *                                       # then: [{from: 2025-07-01, scheme: ma-cnss}] where the scheme changes
 *     contracts:                        # in their order of payment, [] for none
 *       - {product: ccn-formation, level: niveau-1}
 *       - {wording: "150 % BR", readings: {percent of base: including compulsory}}
 *       - {wording: "60 € par nuit", families: [hospital.private-room]}   # all families of the claim when not said
 *     provider: {profession: dentist, category: non-optam, country: FR, network: kalixia}   # network if any, id if any
 *     earlier:                          # earlier care that matters, if any
 *       - {act: NGAP G, date: 2024-06-01, charge: 30.00, provider: D1, part: left, quantity: 2}
 *     claim: {kind: invoice, received: 2024-06-10, third party: true, prescribed: 2024-05-30, agreement: A1,
 *             dossier: remainder}            # if any
 *     lines:
 *       - act: CCAM HBLD634
 *         date: 2024-06-01
 *         charge: 539.00
 *         expect: {base: 120.00, compulsory: 72.00, complementary: 108.00, member: 359.00}
 *     published: {member: 360.00}       # printed figures that are wrong, if any
 * </pre>
 *
 * <p>Before its own claim a case may have {@code earlier claims:}, decided first and in their order: each with
 * {@code lines} (no {@code expect}), and if need be {@code claim}, {@code provider}, {@code relative: true} for another
 * member of the family. A wording may have {@code limits} and {@code deductibles}, words of limits on all it pays.
 *
 * <p>A wording's readings are the usual ones where none is given; it stands outside the frame of responsible contracts
 * unless {@code responsible: true} says otherwise. Without {@code claim} the case is a simulation received on the last
 * day of care, its care prescribed on the first.
 */
public final class CaseReader {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final Map<String, Kind> KINDS = Words.of(Kind.values(), Words::small);
    private static final Map<String, Scheme> SCHEMES = Words.of(Scheme.values(), Scheme::word);
    private static final Map<String, Exemption> EXEMPTIONS = Words.of(Exemption.values(), Exemption::word);
    private static final Map<String, Provider.Category> CATEGORIES =
            Words.of(Provider.Category.values(), Provider.Category::word);
    private static final Map<String, ClaimKind> CLAIM_KINDS = Words.of(ClaimKind.values(), Words::small);
    private static final Map<String, Dossier> DOSSIERS = Words.of(Dossier.values(), Dossier::word);

    private final Map<String, String> fileOf = new HashMap<>();
    private final List<WorkedCase> cases = new ArrayList<>();
    private final Problems problems;

    /**
     * What the files hold.
     *
     * @param skipped cases of the harness about products whose tables are not there
     */
    public record Cases(List<WorkedCase> toRun, List<SkippedCase> skipped) {
        public Cases {
            toRun = List.copyOf(toRun);
            skipped = List.copyOf(skipped);
        }
    }

    private CaseReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * All cases of tables and harness, by file; only whole when no problem was reported. What they name is looked up
     * only when the edition's files have no problem of their own. The harness is shared by many tables: its cases about
     * tables that are not there are skipped, while a table's own cases may name nothing unknown.
     */
    public static Cases read(EditionSources sources, EditionFiles files, Problems problems) {
        boolean whole = problems.isEmpty();
        CaseReader reader = new CaseReader(problems);
        sources.files().forEach((file, bytes) -> {
            if (Layout.isHarness(file) || Layout.isTableCases(file)) {
                reader.file(file, bytes);
            }
        });
        return whole ? reader.lookedUp(new CaseReferences(files, problems)) : new Cases(reader.cases, List.of());
    }

    private Cases lookedUp(CaseReferences references) {
        List<WorkedCase> toRun = new ArrayList<>();
        List<SkippedCase> skipped = new ArrayList<>();
        for (WorkedCase each : cases) {
            String elsewhere = references.productElsewhere(each);
            if (elsewhere == null) {
                references.check(each);
                toRun.add(each);
            } else {
                skipped.add(new SkippedCase(each.id(), elsewhere));
            }
        }
        return new Cases(toRun, skipped);
    }

    private void file(String file, byte[] bytes) {
        // What is wrong with the encoding is reported by whoever reads the edition's other files.
        String text = SourceText.decode(file, bytes, new Problems());
        YamlNode.Mapping mapping = text == null ? null : YamlText.mapping(file, text, problems);
        if (mapping == null) {
            return;
        }
        Fields fields = new Fields(file, mapping, problems);
        for (Fields each : fields.list("cases")) {
            int before = problems.count();
            WorkedCase read = worked(file, each);
            if (read != null && problems.count() == before) {
                cases.add(read);
            }
        }
        fields.refuseOthers();
    }

    private @Nullable WorkedCase worked(String file, Fields fields) {
        String id = fields.text("id");
        String first = fileOf.putIfAbsent(id, file);
        if (first != null) {
            fields.refuse("id", "this case already stands in " + first, "each id once", null);
        }
        String title = fields.text("title");
        Kind kind = fields.word("kind", KINDS, Kind.FICTIONAL);
        String source = fields.text("source");
        String assumed = fields.text("assumed");
        Person person = person(fields.fields("person"));
        List<Contract> contracts = contracts(fields);
        Provider provider = provider(fields.fields("provider"));
        Currency currency = person == null || person.scheme().isFrench() ? Currency.EUR : Currency.MAD;
        Lines lines = lines(fields, currency);
        Map<Figure, Money> printed = fields.has("published")
                ? new ExpectedReader(fields.fields("published"), currency)
                        .expected()
                        .figures()
                : Map.of();
        List<EarlierCare> earlier = earlier(fields, currency);
        Claim claim = lines.care.isEmpty() ? null : claim(fields, provider, lines.care, earlier);
        List<EarlierClaim> decided = decidedBefore(fields, provider, currency);
        fields.refuseOthers();
        if (person == null || claim == null) {
            return null;
        }
        return new WorkedCase(
                id,
                title,
                kind,
                source,
                assumed,
                person,
                contracts,
                claim,
                decided,
                lines.expected,
                printed,
                file,
                fields.line());
    }

    private record Lines(List<CareLine> care, List<Expected> expected) {}

    /** All care lines, or none when one is broken or they are too few or too many, which was reported. */
    private static Lines lines(Fields fields, Currency currency) {
        return lines(fields, currency, true);
    }

    /** @param mustExpect whether each line says what comes of it */
    private static Lines lines(Fields fields, Currency currency, boolean mustExpect) {
        Lines lines = new Lines(new ArrayList<>(), new ArrayList<>());
        List<Fields> each = fields.list("lines");
        if (fields.has("lines") && (each.isEmpty() || each.size() > Claim.MAX_LINES)) {
            fields.refuse("lines", "a claim of " + each.size() + " lines", "1 to " + Claim.MAX_LINES + " lines", null);
            return lines;
        }
        for (Fields line : each) {
            CareLine care = new CaseLineReader(line, currency).line(lines.care.size() + 1);
            if (mustExpect) {
                lines.expected.add(new ExpectedReader(line.fields("expect"), currency).expected());
            }
            line.refuseOthers();
            if (care != null) {
                lines.care.add(care);
            }
        }
        return lines;
    }

    private static @Nullable Person person(Fields fields) {
        Scheme scheme = fields.word("scheme", SCHEMES, Scheme.FR_GENERAL);
        LocalDate born = fields.day("born");
        Set<Exemption> exemptions = exemptions(fields, "exempt");
        List<SchemeChange> changes = new ArrayList<>();
        for (Fields change : fields.has("then") ? fields.list("then") : List.<Fields>of()) {
            SchemeChange read = change(change, scheme, changes.isEmpty() ? null : changes.getLast());
            if (read != null) {
                changes.add(read);
            }
        }
        fields.refuseOthers();
        return born == null ? null : new Person(scheme, born, exemptions, changes);
    }

    private static @Nullable SchemeChange change(Fields fields, Scheme first, @Nullable SchemeChange last) {
        LocalDate from = fields.day("from");
        Scheme scheme = fields.word("scheme", SCHEMES, first);
        Set<Exemption> exemptions = exemptions(fields, "exempt");
        fields.refuseOthers();
        if (from == null) {
            return null;
        }
        if (!scheme.country().equals(first.country())) {
            fields.refuse("scheme", "another country's scheme", "a scheme of " + first.country(), null);
            return null;
        }
        if (last != null && !last.from().isBefore(from)) {
            fields.refuse("from", "not after the change before it", "a day after " + last.from(), null);
            return null;
        }
        return new SchemeChange(from, scheme, exemptions);
    }

    static Set<Exemption> exemptions(Fields fields, String key) {
        Set<Exemption> exemptions = new HashSet<>();
        for (String word : fields.words(key)) {
            Exemption exemption = EXEMPTIONS.get(word);
            if (exemption == null) {
                fields.refuse(
                        key,
                        "unknown exemption \"" + word + '"',
                        Fields.oneOf(EXEMPTIONS.keySet()),
                        Nearest.to(word, EXEMPTIONS.keySet()));
            } else {
                exemptions.add(exemption);
            }
        }
        return exemptions;
    }

    private List<Contract> contracts(Fields fields) {
        List<Contract> contracts = new ArrayList<>();
        for (Fields contract : fields.list("contracts")) {
            contracts.add(contract.has("wording") ? ofWording(contract) : ofTable(contract));
            contract.refuseOthers();
        }
        return contracts;
    }

    private static Contract ofTable(Fields fields) {
        return new OfTable(
                fields.text("product"), fields.text("level"), cover(fields), fields.flagOr("suspended", false));
    }

    private static Contract ofWording(Fields fields) {
        return new OfWording(
                fields.text("wording"),
                fields.has("readings") ? Words.readings(fields.fields("readings"), false) : HeaderReadings.USUAL,
                fields.wordOr("kind", Words.PRODUCT_KINDS, ProductKind.COMPLEMENTARY),
                fields.flagOr("responsible", false),
                fields.flagOr("includes earlier contracts", false),
                fields.has("pays refused") ? fields.flag("pays refused") : null,
                Set.copyOf(fields.words("networks")),
                fields.words("limits"),
                fields.words("deductibles"),
                Set.copyOf(fields.words("families")),
                cover(fields),
                fields.flagOr("suspended", false));
    }

    private static DateRange cover(Fields fields) {
        LocalDate first = fields.dayOrNone("first day");
        LocalDate last = fields.dayOrNone("last day");
        LocalDate from = first == null ? ALWAYS : first;
        if (last != null && last.isBefore(from)) {
            fields.refuse(
                    "last day", "the last day is before the first day " + from, "a day from " + from + " on", null);
            return DateRange.from(from);
        }
        return new DateRange(from, last);
    }

    private static Provider provider(Fields fields) {
        Provider provider = new Provider(
                fields.optional("id"),
                fields.text("profession"),
                fields.wordOr("category", CATEGORIES, Provider.Category.UNSPECIFIED),
                Set.copyOf(fields.words("network")),
                fields.text("country"));
        fields.refuseOthers();
        return provider;
    }

    private static List<EarlierCare> earlier(Fields fields, Currency currency) {
        List<EarlierCare> earlier = new ArrayList<>();
        if (fields.has("earlier")) {
            for (Fields each : fields.list("earlier")) {
                EarlierCare care = new CaseLineReader(each, currency).earlier();
                each.refuseOthers();
                if (care != null) {
                    earlier.add(care);
                }
            }
        }
        return earlier;
    }

    /** Claims decided before the case's own, at the same provider unless another is named. */
    private static List<EarlierClaim> decidedBefore(Fields fields, Provider provider, Currency currency) {
        List<EarlierClaim> decided = new ArrayList<>();
        for (Fields each : fields.has("earlier claims") ? fields.list("earlier claims") : List.<Fields>of()) {
            boolean relative = each.flagOr("relative", false);
            Provider at = each.has("provider") ? provider(each.fields("provider")) : provider;
            List<CareLine> lines = lines(each, currency, false).care;
            Claim claim = lines.isEmpty() ? null : claim(each, at, lines, List.of());
            each.refuseOthers();
            if (claim != null) {
                decided.add(new EarlierClaim(claim, relative));
            }
        }
        return decided;
    }

    private static @Nullable Claim claim(
            Fields fields, Provider provider, List<CareLine> lines, List<EarlierCare> earlier) {
        boolean dossier = fields.has("claim") && fields.fields("claim").has("dossier");
        if (!dossier && lines.stream().anyMatch(CaseReader::paidBefore)) {
            fields.refuseWhole("a line says what was paid before", "claim: {dossier: …}, the way of an AMC file");
            return null;
        }
        LocalDate firstCare =
                lines.stream().map(CareLine::date).min(LocalDate::compareTo).orElseThrow();
        LocalDate lastCare =
                lines.stream().map(CareLine::date).max(LocalDate::compareTo).orElseThrow();
        if (!fields.has("claim")) {
            return new Claim(
                    ClaimKind.SIMULATION, "case-person", lastCare, false, provider, firstCare, null, lines, earlier);
        }
        Fields claim = fields.fields("claim");
        LocalDate received = claim.dayOrNone("received");
        String agreement = claim.optional("agreement");
        Claim read = new Claim(
                claim.wordOr("kind", CLAIM_KINDS, ClaimKind.SIMULATION),
                "case-person",
                received == null ? lastCare : received,
                claim.flagOr("third party", false),
                provider,
                claim.dayOrNone("prescribed"),
                agreement.isEmpty() ? null : agreement,
                lines,
                earlier,
                claim.has("dossier") ? claim.word("dossier", DOSSIERS, Dossier.REMAINDER) : null,
                claim.dayOrNone("statement"),
                null,
                null);
        claim.refuseOthers();
        return read;
    }

    private static boolean paidBefore(CareLine line) {
        return line.given().alreadyPaid() != null || line.given().claimedByScheme() != null;
    }
}
