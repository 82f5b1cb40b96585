package io.bareme.api;

/** Bodies that the OpenAPI document shows; they work on the demonstration data. */
public final class Examples {

    public static final String CROWN = """
            {
              "cover": {
                "scheme": "fr-general",
                "born": "1980-01-01",
                "contracts": [{"product": "ccn-formation", "level": "niveau-1", "from": "2018-01-01"}]
              },
              "provider": {"profession": "dentist", "country": "FR"},
              "lines": [{"act": "CCAM HBLD634", "date": "2024-06-01", "charge": "539.00", "part": "16"}]
            }""";

    public static final String CONSULTATION = """
            {
              "member": "FR-000001",
              "provider": {"id": "prov-42", "profession": "doctor", "category": "optam", "country": "FR"},
              "lines": [{"act": "NGAP G", "date": "2026-11-16", "charge": "30.00"}]
            }""";

    public static final String ELIGIBILITY = """
            {
              "member": "FR-000001",
              "date": "2026-11-16",
              "families": ["optical"]
            }""";

    public static final String INVOICE = """
            {
              "member": "FR-000001",
              "invoice": "F-2026-0117",
              "provider": {"id": "prov-42", "profession": "doctor", "category": "optam", "country": "FR"},
              "lines": [{"act": "NGAP G", "date": "2026-11-16", "charge": "30.00"}]
            }""";

    public static final String APPROVAL = """
            {"by": "handler-7", "words": "tarif vu avec le cabinet"}""";

    public static final String REFUSAL = """
            {"by": "doctor-2", "words": "pas d'indication", "refuse": "not-justified"}""";

    public static final String MOROCCO = """
            {
              "cover": {
                "scheme": "none",
                "born": "1988-03-14",
                "contracts": [{"product": "amanea-sante", "level": "formule-1", "from": "2025-01-01"}]
              },
              "provider": {"profession": "hospital", "category": "private", "country": "MA"},
              "lines": [{"act": "LOCAL CLINIQUE", "date": "2025-03-03", "charge": "5000.00"}]
            }""";

    public static final String BAD_CLAIM = """
            {
              "type": "urn:bareme:problem:bad-claim",
              "title": "The request cannot be read as a claim",
              "status": 400,
              "detail": "Nothing was decided or recorded. Mend what \\"errors\\" names, then send it again.",
              "errors": [
                {
                  "pointer": "/lines/0/charge",
                  "value": "\\"539,00\\"",
                  "message": "This is not an amount",
                  "allowed": "an amount with a decimal point, as \\"539.00\\" or 539.00",
                  "maybe": "539.00"
                }
              ]
            }""";

    private Examples() {}
}
