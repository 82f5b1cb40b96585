// Completes what is typed from a list that the server answers (htmx). Keyboard as the ARIA authoring practices say:
// arrows walk the list, Enter takes, Escape closes then clears, Home and End stay in the text.
(() => {
  "use strict";
  const shortest = 1;
  const listOf = (input) => document.getElementById(input.getAttribute("aria-controls"));
  const optionsOf = (list) => [...list.querySelectorAll('[role="option"]:not([aria-disabled])')];
  const isCombobox = (element) => element instanceof HTMLInputElement && element.getAttribute("role") === "combobox";

  function close(input) {
    const list = listOf(input);
    if (!list) return;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function open(input) {
    const list = listOf(input);
    list.hidden = list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  function mark(input, option) {
    const list = listOf(input);
    optionsOf(list).forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function walk(input, step) {
    const options = optionsOf(listOf(input));
    if (options.length === 0) return;
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
    mark(input, options[next]);
  }

  function take(input, option) {
    input.value = option.dataset.value;
    close(input);
    const line = input.closest(".care-line");
    if (line) {
      const coefficient = line.querySelector(".coefficient");
      coefficient.hidden = option.dataset.coefficient !== "true";
      line.querySelector('[id$="-charge"]').focus();
      // What stands close at hand depends on the act: its base where no regulation sets it, the eye of a lens.
      if (option.dataset.stated === "true" || line.closest(".line-group") || line.querySelector(".line-close")) {
        input.dispatchEvent(new CustomEvent("restated", { bubbles: true }));
      }
    } else {
      input.dispatchEvent(new CustomEvent("taken", { bubbles: true }));
    }
  }

  document.addEventListener("input", (event) => {
    const input = event.target;
    if (!isCombobox(input)) return;
    mark(input, null);
    if (input.value.trim().length < shortest) {
      close(input);
    } else {
      input.dispatchEvent(new CustomEvent("look"));
    }
  });

  document.addEventListener("htmx:configRequest", (event) => {
    const input = event.target;
    if (!isCombobox(input) || event.detail.verb !== "get") return;
    event.detail.parameters = { q: input.value, country: input.dataset.country, for: input.id };
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const list = event.target;
    if (list.getAttribute("role") !== "listbox") return;
    const input = document.querySelector(`[aria-controls="${list.id}"]`);
    if (document.activeElement === input) open(input);
  });

  document.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!isCombobox(input)) return;
    const list = listOf(input);
    const marked = list.querySelector('[aria-selected="true"]');
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        if (input.value.trim().length >= shortest) input.dispatchEvent(new CustomEvent("look"));
      } else {
        walk(input, event.key === "ArrowDown" ? 1 : -1);
      }
    } else if (event.key === "Enter" && !list.hidden && marked) {
      event.preventDefault();
      take(input, marked);
    } else if (event.key === "Escape") {
      if (!list.hidden) {
        event.preventDefault();
        close(input);
      } else {
        input.value = "";
      }
    } else if (event.key === "Tab" && !list.hidden && marked) {
      input.value = marked.dataset.value;
      close(input);
    }
  });

  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest('.combobox [role="option"]:not([aria-disabled])');
    if (!option) return;
    event.preventDefault(); // the text keeps the focus
    take(document.querySelector(`[aria-controls="${option.parentElement.id}"]`), option);
  });

  document.addEventListener("focusout", (event) => {
    if (isCombobox(event.target)) close(event.target);
  });
})();
