package io.bareme.portal.simulator;

import org.springframework.web.util.UriComponentsBuilder;

/** The address that fills the form in the same way and computes again: to be kept or sent. Never a member's. */
record StatementLink(TypedClaim form) {

    String address() {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/").queryParam("do", "compute");
        for (int number = 1; number <= form.covers().size(); number++) {
            said(uri, TypedClaim.coverField(number), form.covers().get(number - 1));
        }
        said(uri, "scheme", form.scheme());
        said(uri, "born", form.born());
        said(uri, "profession", form.profession());
        said(uri, "category", form.category());
        said(uri, "date", form.date());
        said(uri, "dossier", form.dossier());
        for (int number = 1; number <= form.lines().size(); number++) {
            TypedLine line = form.lines().get(number - 1);
            for (String field : TypedLine.FIELDS) {
                said(uri, "line" + number + "." + field, line.said().getOrDefault(field, ""));
            }
        }
        return uri.encode().build().toUriString() + "#statement";
    }

    private static void said(UriComponentsBuilder uri, String name, String value) {
        if (!value.isEmpty()) {
            uri.queryParam(name, value.replace("{", "").replace("}", ""));
        }
    }
}
