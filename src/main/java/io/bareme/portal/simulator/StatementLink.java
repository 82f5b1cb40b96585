package io.bareme.portal.simulator;

import org.springframework.web.util.UriComponentsBuilder;

/** The address that fills the form in the same way and computes again: to be kept or sent. Never a member's. */
record StatementLink(TypedClaim form) {

    String address() {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/").queryParam("do", "compute");
        said(uri, "cover", form.cover());
        said(uri, "scheme", form.scheme());
        said(uri, "born", form.born());
        said(uri, "profession", form.profession());
        said(uri, "category", form.category());
        said(uri, "date", form.date());
        for (int number = 1; number <= form.lines().size(); number++) {
            line(uri, "line" + number + ".", form.lines().get(number - 1));
        }
        return uri.encode().build().toUriString() + "#statement";
    }

    private static void line(UriComponentsBuilder uri, String prefix, TypedClaim.Line line) {
        said(uri, prefix + "act", line.act());
        said(uri, prefix + "charge", line.charge());
        said(uri, prefix + "quantity", line.quantity());
        said(uri, prefix + "coefficient", line.coefficient());
        said(uri, prefix + "date", line.date());
        said(uri, prefix + "pathway", line.pathway().equals(TypedClaim.Line.EMPTY.pathway()) ? "" : line.pathway());
        said(uri, prefix + "exemption", line.exemption());
        said(uri, prefix + "class", line.careClass());
        said(uri, prefix + "basket", line.basket());
        said(uri, prefix + "lens", line.lens());
        said(uri, prefix + "part", line.part());
        said(uri, prefix + "group", line.group());
        said(uri, prefix + "quoted", line.quoted() ? "yes" : "");
    }

    private static void said(UriComponentsBuilder uri, String name, String value) {
        if (!value.isEmpty()) {
            uri.queryParam(name, value.replace("{", "").replace("}", ""));
        }
    }
}
