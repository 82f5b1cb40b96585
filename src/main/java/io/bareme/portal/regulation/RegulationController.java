package io.bareme.portal.regulation;

import io.bareme.portal.pages.Texts;
import io.bareme.regulation.Quantity;
import io.bareme.rulebook.Rulebook;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /regulation/{quantity}}: the values of one regulated quantity, to be read beside a statement. */
@Controller
final class RegulationController {

    private final Rulebook rulebook;
    private final MessageSource messages;

    RegulationController(Rulebook rulebook, MessageSource messages) {
        this.rulebook = rulebook;
        this.messages = messages;
    }

    /** @param place the value to highlight, as its source says it */
    @GetMapping("/regulation/{quantity}")
    String quantity(
            @PathVariable String quantity, @RequestParam(defaultValue = "") String place, Model model, Locale locale) {
        Quantity found = rulebook.inForce().regulation().quantities().get(quantity);
        if (found == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("view", QuantityView.of(found, place, new Texts(messages, locale)));
        model.addAttribute("edition", rulebook.inForce().hash());
        model.addAttribute("nav", "regulation");
        return "quantity";
    }
}
