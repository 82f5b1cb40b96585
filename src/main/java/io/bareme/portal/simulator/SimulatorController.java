package io.bareme.portal.simulator;

import io.bareme.adjudication.Edition;
import io.bareme.portal.pages.Texts;
import io.bareme.rulebook.Rulebook;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page at {@code /}: a form and, below it, the statement. It works by plain posts; where scripts run, the same
 * answer replaces only the part of the page that changed. What to do is said by {@code do}: {@code compute},
 * {@code add} a line, {@code remove-2}, {@code start-stay} a whole group, {@code more-stay} a line of it,
 * {@code cover-add} a contract, {@code cover-remove-2}, {@code cover-up-2}, {@code refresh} the choices after another
 * product, {@code language}.
 */
@Controller
final class SimulatorController {

    private static final Pattern NUMBERED = Pattern.compile("(remove|cover-remove|cover-up)-(\\d{1,3})");
    private static final Pattern GROUPED = Pattern.compile("(start|more)-(.*)");

    /** The answer's headers hold 8 KiB in all; a longer address is not put among them. */
    private static final int LONGEST_ADDRESS = 4_000;

    private final Rulebook rulebook;
    private final Simulations simulations;
    private final Members members;
    private final MessageSource messages;
    private final Clock clock;
    private volatile Catalogue catalogue;

    SimulatorController(
            Rulebook rulebook, Simulations simulations, Members members, MessageSource messages, Clock clock) {
        this.rulebook = rulebook;
        this.simulations = simulations;
        this.members = members;
        this.messages = messages;
        this.clock = clock;
        this.catalogue = Catalogue.of(rulebook.inForce());
    }

    @GetMapping("/")
    String open(@RequestParam MultiValueMap<String, String> parameters, Model model, Locale locale) {
        String asked = parameters.getFirst("do");
        return show(TypedClaim.of(parameters), asked == null ? "open" : asked, model, locale);
    }

    @PostMapping("/")
    String answer(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        String said = parameters.getFirst("do");
        String asked = said == null ? "compute" : said;
        String shown = show(TypedClaim.of(parameters), asked, model, locale);
        if (asked.equals("compute") && model.getAttribute("statement") instanceof Statement statement) {
            remember(statement, response);
        }
        return shown;
    }

    @GetMapping("/acts")
    String acts(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "FR") String country,
            @RequestParam(name = "for", defaultValue = "acts") String field,
            Model model,
            Locale locale) {
        model.addAttribute("field", safeId(field));
        model.addAttribute(
                "options",
                catalogue().acts().search(q, country).stream()
                        .map(act -> new Option(
                                ActIndex.shown(act, locale),
                                act.code().code(),
                                ActIndex.code(act),
                                ActIndex.label(act, locale),
                                ActIndex.needsCoefficient(act),
                                catalogue().baseIsToBeStated(act)))
                        .toList());
        return "fragments/options :: options";
    }

    @GetMapping("/members")
    String members(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "for", defaultValue = "members") String field,
            Model model) {
        model.addAttribute("field", safeId(field));
        model.addAttribute(
                "options",
                members.search(q).stream()
                        .map(found ->
                                new Option(Members.shown(found), found.id(), found.id(), found.name(), false, false))
                        .toList());
        return "fragments/options :: options";
    }

    /**
     * One choice of a list that completes what is typed.
     *
     * @param value what the field will hold
     * @param key what tells the choices apart
     * @param code as it is shown; empty where the label says it all
     * @param stated whether the claim must state the act's base
     */
    record Option(String value, String key, String code, String label, boolean coefficient, boolean stated) {}

    private String show(TypedClaim typed, String asked, Model model, Locale locale) {
        Texts texts = new Texts(messages, locale);
        Catalogue current = catalogue();
        Draft draft = new Draft(typed, current, members, LocalDate.now(clock));
        Draft next = asked(draft, asked).fitted(locale);
        boolean computes = asked.equals("compute");
        boolean silently = asked.equals("language") || asked.equals("refresh");
        if (computes || silently) {
            Wrong wrong = new Wrong(texts);
            if (computes && !draft.hasFittingScheme()) {
                wrong.add("scheme", "choice");
            }
            model.addAttribute("statement", simulations.of(next, wrong, texts));
            if (computes) {
                model.addAttribute("errors", wrong.all());
                model.addAttribute("errorOf", wrong.byField());
            }
        }
        new FormNews(draft.form(), next.form(), texts).of(asked).ifPresent(news -> {
            model.addAttribute("focus", news.field());
            model.addAttribute("news", news.said());
        });
        model.addAttribute("nav", "simulator");
        model.addAttribute("page", new SimulatorPage(next, current, texts));
        return "simulator";
    }

    /** Where scripts run, the statement takes its own address: going back or reloading finds it again. */
    private static void remember(Statement statement, HttpServletResponse response) {
        String link = statement.link();
        if (link != null && link.length() <= LONGEST_ADDRESS) {
            response.setHeader("HX-Push-Url", link);
        }
    }

    private static Draft asked(Draft draft, String asked) {
        Matcher numbered = NUMBERED.matcher(asked);
        if (numbered.matches()) {
            int number = Integer.parseInt(numbered.group(2));
            return draft.with(
                    switch (numbered.group(1)) {
                        case "remove" -> draft.form().withoutLine(number);
                        case "cover-remove" -> draft.form().withoutCover(number);
                        default -> draft.form().withCoverEarlier(number);
                    });
        }
        Matcher grouped = GROUPED.matcher(asked);
        Optional<LineGroup> group = grouped.matches() ? LineGroup.of(grouped.group(2)) : Optional.empty();
        if (group.isPresent()) {
            return grouped.group(1).equals("start")
                    ? draft.started(group.get().kind())
                    : draft.withAnotherLineIn(group.get());
        }
        return switch (asked) {
            case "add" -> draft.with(draft.form().withAnotherLine());
            case "cover-add" -> draft.with(draft.form().withAnotherCover());
            case "open" -> draft.withDefaults();
            default -> draft;
        };
    }

    private static String safeId(String field) {
        return field.matches("[a-z0-9-]{1,40}") ? field : "list";
    }

    private Catalogue catalogue() {
        Edition edition = rulebook.inForce();
        Catalogue known = catalogue;
        if (known.edition() != edition) {
            known = Catalogue.of(edition);
            catalogue = known;
        }
        return known;
    }
}
