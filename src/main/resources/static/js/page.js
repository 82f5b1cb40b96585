// Small comforts; every page works without them.
(() => {
  "use strict";

  // What is typed while an answer is on its way is not lost when the answer replaces the form.
  const keeps = ["refresh", "compute"];
  const fields = () => [...document.querySelectorAll("#claim input[id], #claim select")];
  const valueOf = (field) => (/^(radio|checkbox)$/.test(field.type) ? field.checked : field.value);
  let asked = "";
  let sent = null;
  let later = [];
  let again = "";

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target.id !== "simulator") return;
    const parameters = event.detail.requestConfig.parameters;
    asked = parameters.get ? parameters.get("do") : parameters.do;
    sent = new Map(fields().map((field) => [field.id, valueOf(field)]));
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "simulator" || !sent) return;
    later = keeps.includes(asked)
      ? fields().filter((field) => sent.get(field.id) !== valueOf(field)).map((field) => [field.id, valueOf(field)])
      : [];
    sent = null;
  });

  document.addEventListener("htmx:afterSwap", () => {
    for (const [id, value] of later) {
      const field = document.getElementById(id);
      if (field && typeof value === "boolean") field.checked = value;
      else if (field) field.value = value;
    }
    if (later.length > 0) grownOld();
    const looking = document.activeElement;
    again = looking?.getAttribute("role") === "combobox" && later.some(([id]) => id === looking.id) ? looking.id : "";
    later = [];
  });

  // After an answer, the eye and the keyboard go where it is: the errors, or the statement.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "simulator") return;
    if (again) document.getElementById(again).dispatchEvent(new CustomEvent("look"));
    again = "";
    const simulator = document.getElementById("simulator");
    const news = simulator.querySelector("[data-focus]");
    if (asked === "refresh") return;
    document.getElementById("news").textContent = simulator.dataset.news || "";
    if (simulator.dataset.focusOn) {
      document.getElementById(simulator.dataset.focusOn)?.focus();
      return;
    }
    if (news) {
      news.focus({ preventScroll: true });
      news.scrollIntoView({ block: "start", behavior: "smooth" });
    }
  });

  // A statement that no longer answers what the form says is marked so, until it is worked out again.
  function grownOld() {
    const statement = document.getElementById("statement");
    if (!statement || statement.classList.contains("stale")) return;
    statement.classList.add("stale");
    statement.querySelector(".stale-note").hidden = false;
    document.getElementById("news").textContent = statement.querySelector(".stale-note").textContent;
  }

  for (const change of ["input", "change"]) {
    document.addEventListener(change, (event) => {
      if (event.target.closest("#claim")) grownOld();
    });
  }

  // Member or table: currency, convention and schemes follow the one that is chosen, where it says something.
  document.addEventListener("change", (event) => {
    if (event.target.name !== "who") return;
    const said = ["cover", "member"].some((id) => document.getElementById(id).value !== "");
    if (said) event.target.closest(".segmented").dispatchEvent(new CustomEvent("switched"));
  });

  // A link of the error summary leads into the field.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a");
    const field = link && document.getElementById(link.hash.slice(1));
    if (field) {
      event.preventDefault();
      field.focus();
      field.scrollIntoView({ block: "center" });
    }
  });

  // The other language keeps what was typed.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-resubmit]");
    const form = link && document.getElementById(link.dataset.resubmit);
    if (!form) return;
    event.preventDefault();
    const asked = Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: "language" });
    form.prepend(asked);
    form.action = link.href;
    form.submit();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
})();
