package io.bareme.rulebook.files;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.EarlierCare;
import io.bareme.adjudication.Provider;
import io.bareme.rulebook.cases.Figure;
import io.bareme.rulebook.cases.SkippedCase;
import io.bareme.rulebook.cases.WorkedCase;
import io.bareme.rulebook.cases.WorkedCase.Contract;
import io.bareme.rulebook.cases.WorkedCase.EarlierClaim;
import io.bareme.rulebook.cases.WorkedCase.Kind;
import io.bareme.rulebook.cases.WorkedCase.Person;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, Kind> KINDS = Words.of(Kind.values(), Words::small);

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
        Person person = CasePersonReader.person(fields.fields("person"));
        List<Contract> contracts = CaseContractReader.contracts(fields);
        Provider provider = CaseClaimReader.provider(fields.fields("provider"));
        Currency currency = person == null || person.scheme().isFrench() ? Currency.EUR : Currency.MAD;
        CaseClaimReader.Lines lines = CaseClaimReader.lines(fields, currency);
        Map<Figure, Money> printed = fields.has("published")
                ? new ExpectedReader(fields.fields("published"), currency)
                        .expected()
                        .figures()
                : Map.of();
        List<EarlierCare> earlier = CaseClaimReader.earlier(fields, currency);
        Claim claim = lines.care().isEmpty() ? null : CaseClaimReader.claim(fields, provider, lines.care(), earlier);
        List<EarlierClaim> decided = CaseClaimReader.decidedBefore(fields, provider, currency);
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
                lines.expected(),
                printed,
                file,
                fields.line());
    }
}
