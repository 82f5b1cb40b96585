// Small comforts; every page works without them.
(() => {
  "use strict";

  // After an answer, the eye and the keyboard go where it is: the errors, or the statement.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "simulator") return;
    const news = document.querySelector("#simulator [data-focus]");
    const asked = event.detail.requestConfig.parameters.get
      ? event.detail.requestConfig.parameters.get("do")
      : event.detail.requestConfig.parameters.do;
    if (asked === "refresh") return;
    if (news) {
      news.focus({ preventScroll: true });
      news.scrollIntoView({ block: "start", behavior: "smooth" });
    }
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
