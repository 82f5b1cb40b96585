package io.bareme.exchange;

import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Dossier;
import io.bareme.exchange.Fields.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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
    private static final int YEARS_AHEAD = 2;
    private static final int MOST_EARLIER = 1000;

    private final Channel channel;
    private final LocalDate today;
    private final Problems problems = new Problems();
    private final CoverReader cover;

    private ClaimReader(Channel channel, LocalDate today) {
        this.channel = channel;
        this.today = today;
        this.cover = new CoverReader(FIRST_CARE, lastCare(), today);
    }

    /** Reads UTF-8 text; never throws, whatever the bytes. */
    public static Read<ClaimForm> read(byte[] json, Channel channel, LocalDate today) {
        return read(json, channel, today, _ -> List.of());
    }

    /**
     * The same, of claims that may state rights.
     *
     * @param rights what is wrong with them beyond their text, see {@link CoverCheck}; it is named too where something
     *     else in the claim is wrong, of what could be read
     */
    public static Read<ClaimForm> read(
            byte[] json, Channel channel, LocalDate today, Function<StatedCover, List<Problem>> rights) {
        return new ClaimReader(channel, today).read(json, rights);
    }

    private Read<ClaimForm> read(byte[] json, Function<StatedCover, List<Problem>> rights) {
        JsonNode root = JsonText.read(json, problems);
        ClaimForm form = null;
        if (root != null && root.isObject()) {
            form = claim(new Fields(root, "", problems));
        } else if (root != null) {
            problems.add("", root, "not-an-object", null);
        }
        List<Problem> wrong = Stream.concat(problems.all().stream(), rights.apply(cover.stated()).stream())
                .toList();
        return form == null || !wrong.isEmpty() ? new Read.Refused<>(wrong) : new Read.Valid<>(form);
    }

    private @Nullable ClaimForm claim(Fields fields) {
        String kind = fields.wordOr("kind", channel.kinds(), channel.usualKind());
        LocalDate received = received(fields);
        String dossier = fields.wordOrNone("dossier", Words.DOSSIERS.keySet());
        LocalDate statement = fields.dayOrNone("statement", FIRST_CARE, today);
        boolean thirdParty = fields.flagOr("thirdParty", dossier == null);
        String member = fields.textOrNone("member", Form.IDENTIFIER);
        Fields stated = fields.objectOrNone("cover");
        CoverForm rights = stated == null ? null : cover.read(stated);
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
        boolean schemeClaims = dossier == null ? fields.has("dossier") : dossier.equals(Dossier.ONE_STOP.word());
        List<LineForm> lines = fields.objects(
                "lines", 1, Claim.MAX_LINES, line -> new LineReader(line, FIRST_CARE, lastCare(), schemeClaims).read());
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
                rights,
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
        if (!channel.covers() && received != null && received.isBefore(today)) {
            fields.refuse("received", Problem.NOT_TODAY, null, "today", today);
        }
        return received;
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
        boolean paidBefore = lines.stream().anyMatch(line -> line.alreadyPaid() != null);
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
        if (member && !channel.members()) {
            fields.refuse("member", "no-members-here", null);
        } else if (cover && !channel.covers()) {
            fields.refuse("cover", "no-cover-here", null);
        } else if (member && cover) {
            fields.refuse("cover", "member-and-cover", null);
        } else if (!member && !cover) {
            fields.refuse(
                    channel.members() ? "member" : "cover", channel.covers() ? "no-beneficiary" : "no-member", null);
        }
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
