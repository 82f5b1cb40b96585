package io.bareme.exchange;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Scheme;
import io.bareme.exchange.ClaimForm.ChangeForm;
import io.bareme.exchange.ClaimForm.ContractForm;
import io.bareme.exchange.ClaimForm.CoverForm;
import io.bareme.exchange.ClaimForm.EarlierForm;
import io.bareme.exchange.ClaimForm.LineForm;
import io.bareme.exchange.ClaimForm.ProviderForm;
import io.bareme.exchange.Fields.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one claim from JSON and names everything that is wrong with it at once. Unknown acts, members and contracts are
 * not wrong: they are the decision's business.
 *
 * <pre>
 * {"kind": "simulation",                       // simulation, authorization, invoice, reimbursement
 *  "received": "2024-06-03",                   // today when absent
 *  "thirdParty": true,
 *  "member": "FR-000001",                      // or, in a simulation, the rights themselves:
 *  "cover": {"scheme": "fr-general", "born": "1980-01-01", "exemptions": ["ald"],
 *            "then": [],                      // or [{"from": "2025-07-01", "scheme": "ma-cnss"}]
 *            "contracts": [{"product": "ccn-formation", "level": "niveau-1", "from": "2018-01-01", "to": null}]},
 *  "provider": {"id": "prov-42", "profession": "dentist", "category": "non-optam", "networks": [], "country": "FR"},
 *  "prescribed": "2024-05-30", "agreement": "A-1",
 *  "lines": [{"act": "CCAM HBLD634", "date": "2024-06-01", "quantity": 1, "coefficient": null, "charge": "539.00",
 *             "base": null, "compulsory": null, "rate": "70 %", "pathway": "in", "exemptions": [], "class": "A",
 *             "basket": "free", "lens": "simple", "part": "16", "quoted": false, "refusedByCompulsory": false,
 *             "began": null, "days": 1, "discharge": "home", "dailyCharge": "due", "renewal": "eyesight",
 *             "group": "equipment-1", "alreadyPaid": null, "claimedByScheme": null}],
 *  "earlier": [{"act": "CCAM HBLD634", "date": "2024-05-01", "provider": "prov-42", "charge": "539.00",
 *               "part": null, "quantity": 1, "compulsory": null}],
 *  "dossier": null,                            // the way of an AMC file: remainder, one-stop, …
 *  "statement": null}                          // the day of the scheme's statement
 * </pre>
 *
 * Required are {@code lines} with {@code act}, {@code date} and {@code charge}, and {@code member} or {@code cover}.
 */
public final class ClaimReader {

    private static final LocalDate FIRST_CARE = LocalDate.of(1990, 1, 1);
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final String NOT_TODAY = "received-not-today";
    private static final int YEARS_AHEAD = 2;
    private static final int MOST_CONTRACTS = 10;
    private static final int MOST_EARLIER = 1000;

    /** Where the claim comes from: it decides what it may say. */
    public enum Channel {
        /** A simulation on the service: members are known, any kind may be tried. */
        SIMULATION("simulation", Words.KINDS.keySet(), true, true),
        /** An authorization: recorded, so only for a member. */
        AUTHORIZATION("authorization", Set.of("authorization"), true, false),
        /** A professional's invoice: recorded, so only for a member, for care that was given. */
        INVOICE("invoice", Set.of("invoice"), true, false),
        /** A stream of claims without the service: rights are stated in each. */
        STREAM("simulation", Words.KINDS.keySet(), false, true);

        private final String usualKind;
        private final Collection<String> kinds;
        private final boolean members;
        private final boolean covers;

        Channel(String usualKind, Collection<String> kinds, boolean members, boolean covers) {
            this.usualKind = usualKind;
            this.kinds = kinds;
            this.members = members;
            this.covers = covers;
        }
    }

    /** A claim that can be decided, or everything that is wrong with it. */
    public sealed interface Reading {
        /** Every value is valid. */
        record Valid(ClaimForm form) implements Reading {
            @Override
            public Read<ClaimForm> alone() {
                return new Read.Valid<>(form);
            }
        }

        /** For those who have nothing more to say of the rights. */
        Read<ClaimForm> alone();

        /**
         * One problem or more, in the order of the text.
         *
         * @param cover what could be read of the rights it states: {@link CoverCheck} may have more to say of them
         */
        record Refused(List<Problem> problems, StatedCover cover) implements Reading {

            public Refused {
                problems = List.copyOf(problems);
            }

            @Override
            public Read<ClaimForm> alone() {
                return new Read.Refused<>(problems);
            }

            /** The same, with what else is wrong. */
            public Refused and(List<Problem> others) {
                return new Refused(
                        Stream.concat(problems.stream(), others.stream()).toList(), cover);
            }
        }
    }

    private final Channel channel;
    private final LocalDate today;
    private final Problems problems = new Problems();
    private final List<StatedCover.Contract> contracts = new ArrayList<>();
    private @Nullable Scheme scheme;

    private ClaimReader(Channel channel, LocalDate today) {
        this.channel = channel;
        this.today = today;
    }

    /** Reads UTF-8 text; never throws, whatever the bytes. */
    public static Reading read(byte[] json, Channel channel, LocalDate today) {
        return new ClaimReader(channel, today).read(json);
    }

    private Reading read(byte[] json) {
        JsonNode root = JsonText.read(json, problems);
        ClaimForm form = null;
        if (root != null && root.isObject()) {
            form = claim(new Fields(root, "", problems));
        } else if (root != null) {
            problems.add("", root, "not-an-object", null);
        }
        return form == null || problems.count() > 0
                ? new Reading.Refused(problems.all(), new StatedCover(scheme, contracts))
                : new Reading.Valid(form);
    }

    private @Nullable ClaimForm claim(Fields fields) {
        String kind = fields.wordOr("kind", channel.kinds, channel.usualKind);
        LocalDate received = received(fields);
        String dossier = fields.wordOrNone("dossier", Words.DOSSIERS.keySet());
        LocalDate statement = fields.dayOrNone("statement", FIRST_CARE, today);
        boolean thirdParty = fields.flagOr("thirdParty", dossier == null);
        String member = fields.textOrNone("member", Form.IDENTIFIER);
        Fields stated = fields.objectOrNone("cover");
        CoverForm cover = stated == null ? null : cover(stated);
        checkBeneficiary(fields);
        Fields giver = fields.objectOrNone("provider");
        if (giver == null && channel == Channel.INVOICE) {
            fields.refuse("provider", "missing-object", null);
        }
        ProviderForm provider =
                giver == null ? new ProviderForm("", "", "unspecified", List.of(), null) : provider(giver);
        LocalDate prescribed = fields.dayOrNone("prescribed", FIRST_CARE, lastCare());
        String agreement = fields.textOrNone("agreement", Form.IDENTIFIER);
        boolean invoiced = channel == Channel.INVOICE;
        String invoice = invoiced ? fields.text("invoice", Form.IDENTIFIER) : null;
        String commitment = invoiced ? fields.textOrNone("commitment", Form.IDENTIFIER) : null;
        List<LineForm> lines = fields.objects(
                "lines", 1, Claim.MAX_LINES, line -> new LineReader(line, FIRST_CARE, lastCare()).read());
        checkPrescribed(fields, prescribed, lines);
        checkDossier(fields, dossier, lines);
        checkStatement(fields, dossier, statement, lines, received == null ? today : received);
        List<EarlierForm> earlier = fields.objects("earlier", 0, MOST_EARLIER, this::earlier);
        fields.refuseOthers();
        return new ClaimForm(
                kind,
                received == null ? today : received,
                thirdParty,
                member,
                cover,
                provider,
                prescribed,
                agreement,
                lines,
                earlier,
                dossier,
                statement,
                invoice,
                commitment);
    }

    /** What is recorded is received when it comes, so that nobody files late by saying otherwise. */
    private @Nullable LocalDate received(Fields fields) {
        LocalDate received = fields.dayOrNone("received", FIRST_CARE, today);
        if (!channel.covers && received != null && received.isBefore(today)) {
            fields.refuse("received", NOT_TODAY, null, "today", today);
        }
        return received;
    }

    /** Whether the same text would have been read without this problem on another day. */
    public static boolean dependsOnToday(Problem problem) {
        return problem.code().equals(NOT_TODAY);
    }

    private static void checkPrescribed(Fields fields, @Nullable LocalDate prescribed, List<LineForm> lines) {
        LocalDate last = lines.stream()
                .map(LineForm::date)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (prescribed != null && last != null && prescribed.isAfter(last)) {
            fields.refuse("prescribed", "prescribed-after-care", null, "last", last);
        }
    }

    private static void checkDossier(Fields fields, @Nullable String dossier, List<LineForm> lines) {
        boolean paidBefore =
                lines.stream().anyMatch(line -> line.alreadyPaid() != null || line.claimedByScheme() != null);
        if (dossier == null && paidBefore && !fields.has("dossier")) {
            fields.refuse("dossier", "no-dossier", null, "allowed", String.join(", ", Words.DOSSIERS.keySet()));
        }
    }

    /** A statement is of care that was given, and only a file that follows the scheme has one. */
    private static void checkStatement(
            Fields fields,
            @Nullable String dossier,
            @Nullable LocalDate statement,
            List<LineForm> lines,
            LocalDate received) {
        if (statement == null) {
            return;
        }
        LocalDate first = lines.stream()
                .map(LineForm::date)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (first != null && statement.isBefore(first)) {
            fields.refuse("statement", "statement-before-care", null, "first", first);
        }
        if (statement.isAfter(received)) {
            fields.refuse("statement", "statement-after-received", null, "received", received);
        }
        boolean follows = dossier == null ? fields.has("dossier") : Words.AFTER_THE_SCHEME.contains(dossier);
        if (!follows) {
            fields.refuse("dossier", "no-statement-yet", null, "allowed", String.join(", ", Words.AFTER_THE_SCHEME));
        }
    }

    private void checkBeneficiary(Fields fields) {
        boolean member = fields.has("member");
        boolean cover = fields.has("cover");
        if (member && !channel.members) {
            fields.refuse("member", "no-members-here", null);
        } else if (cover && !channel.covers) {
            fields.refuse("cover", "no-cover-here", null);
        } else if (member && cover) {
            fields.refuse("cover", "member-and-cover", null);
        } else if (!member && !cover) {
            fields.refuse(channel.members ? "member" : "cover", channel.covers ? "no-beneficiary" : "no-member", null);
        }
    }

    private @Nullable CoverForm cover(Fields fields) {
        String scheme = fields.word("scheme", Words.SCHEMES.keySet());
        LocalDate born = fields.day("born", FIRST_BIRTH, today);
        List<String> exemptions = fields.words("exemptions", Words.EXEMPTIONS.keySet());
        this.scheme = scheme == null ? null : Words.of(Words.SCHEMES, scheme);
        List<ContractForm> contracts = fields.objects("contracts", 0, MOST_CONTRACTS, this::contract);
        List<ChangeForm> then = fields.objects("then", 0, MOST_CONTRACTS, this::change);
        checkChanges(fields, then);
        fields.refuseOthers();
        return scheme == null || born == null ? null : new CoverForm(scheme, born, exemptions, contracts, then);
    }

    private @Nullable ChangeForm change(Fields fields) {
        LocalDate from = fields.day("from", FIRST_CARE, lastCare());
        String changed = fields.word("scheme", Words.SCHEMES.keySet());
        List<String> exemptions = fields.words("exemptions", Words.EXEMPTIONS.keySet());
        fields.refuseOthers();
        if (changed != null && scheme != null && !country(changed).equals(scheme.country())) {
            fields.refuse("scheme", "scheme-elsewhere", null, "country", scheme.country());
        }
        return from == null || changed == null ? null : new ChangeForm(from, changed, exemptions);
    }

    private static String country(String scheme) {
        return Words.of(Words.SCHEMES, scheme).country();
    }

    private static void checkChanges(Fields fields, List<ChangeForm> then) {
        for (int i = 1; i < then.size(); i++) {
            LocalDate before = then.get(i - 1).from();
            if (!before.isBefore(then.get(i).from())) {
                fields.refuse("then", "changes-not-in-order", null, "before", before);
            }
        }
    }

    private @Nullable ContractForm contract(Fields fields) {
        String product = fields.text("product", Form.NAME);
        String level = fields.text("level", Form.NAME);
        LocalDate from = fields.dayOrNone("from", FIRST_BIRTH, lastCare());
        LocalDate to = fields.dayOrNone("to", FIRST_BIRTH, today.plusYears(100));
        fields.refuseOthers();
        if (product != null && channel.covers) {
            contracts.add(new StatedCover.Contract(fields.pointer(), product, level));
        }
        LocalDate first = from == null ? FIRST_CARE : from;
        if (to != null && to.isBefore(first)) {
            fields.refuse("to", "last-before-first", null, "first", first);
            return null;
        }
        return product == null || level == null ? null : new ContractForm(product, level, first, to);
    }

    private ProviderForm provider(Fields fields) {
        String id = channel == Channel.INVOICE
                ? fields.text("id", Form.IDENTIFIER)
                : fields.textOrNone("id", Form.IDENTIFIER);
        String profession = fields.textOrNone("profession", Form.NAME);
        String category = fields.wordOr("category", Words.CATEGORIES.keySet(), "unspecified");
        List<String> networks = fields.texts("networks", Form.NAME);
        String country = fields.wordOrNone("country", Words.COUNTRIES);
        fields.refuseOthers();
        return new ProviderForm(
                id == null ? "" : id, profession == null ? "" : profession, category, networks, country);
    }

    private @Nullable EarlierForm earlier(Fields fields) {
        String act = LineReader.act(fields);
        LocalDate date = fields.day("date", FIRST_CARE, lastCare());
        String provider = fields.textOrNone("provider", Form.IDENTIFIER);
        BigDecimal charge = fields.numbers().amount("charge");
        String part = fields.wordOrNone("part", Words.PARTS);
        int quantity = fields.numbers().wholeOr("quantity", 1, LineReader.MOST_OF_ONE_ACT, 1);
        BigDecimal compulsory = fields.numbers().amountOrNone("compulsory");
        fields.refuseOthers();
        return act == null || date == null || charge == null
                ? null
                : new EarlierForm(act, date, provider == null ? "" : provider, charge, part, quantity, compulsory);
    }

    private LocalDate lastCare() {
        return channel == Channel.INVOICE ? today : today.plusYears(YEARS_AHEAD);
    }
}
