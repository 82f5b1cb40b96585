package io.bareme.portal.simulator;

import io.bareme.adjudication.Edition;
import io.bareme.portal.pages.Texts;
import io.bareme.rulebook.Rulebook;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
 * {@code add} a line, {@code remove-2}, {@code refresh} the choices after another product, {@code language}.
 */
@Controller
final class SimulatorController {

    private static final Pattern REMOVE = Pattern.compile("remove-(\\d{1,3})");

    /** The answer's headers hold 8 KiB in all; a longer address is not put among them. */
    private static final int LONGEST_ADDRESS = 4_000;

    private final Rulebook rulebook;
    private final Simulations simulations;
    private final Members members;
    private final MessageSource messages;
    private volatile Catalogue catalogue;

    SimulatorController(Rulebook rulebook, Simulations simulations, Members members, MessageSource messages) {
        this.rulebook = rulebook;
        this.simulations = simulations;
        this.members = members;
        this.messages = messages;
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
                                ActIndex.label(act, locale),
                                ActIndex.needsCoefficient(act)))
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
                        .map(found -> new Option(Members.shown(found), found.id(), found.name(), false))
                        .toList());
        return "fragments/options :: options";
    }

    /** One choice of a list that completes what is typed; {@code value} is what the field will hold. */
    record Option(String value, String code, String label, boolean coefficient) {}

    private String show(TypedClaim typed, String asked, Model model, Locale locale) {
        Texts texts = new Texts(messages, locale);
        Catalogue current = catalogue();
        Draft draft = new Draft(typed, current, members);
        Matcher remove = REMOVE.matcher(asked);
        Draft next = switch (asked) {
            case "add" -> draft.with(draft.form().withAnotherLine());
            case "open" -> draft.withDefaults();
            default ->
                remove.matches() ? draft.with(draft.form().withoutLine(Integer.parseInt(remove.group(1)))) : draft;
        };
        next = next.fitted(locale);
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
        int lines = next.form().lines().size();
        if (asked.equals("add")) {
            news(model, lines, texts.say("news.added", lines));
        } else if (remove.matches()) {
            int removed = Integer.parseInt(remove.group(1));
            news(model, Math.clamp(removed, 1, lines), texts.say("news.removed", removed));
        }
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

    /** After a line comes or goes, the keyboard stands in an act, and a screen reader says what happened. */
    private static void news(Model model, int line, String said) {
        model.addAttribute("focus", "line" + line + "-act");
        model.addAttribute("news", said);
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
