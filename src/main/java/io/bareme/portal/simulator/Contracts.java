package io.bareme.portal.simulator;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The complementary contracts of a statement, in their order of payment, by the names people know them by. */
final class Contracts {

    /**
     * One contract.
     *
     * @param key {@code contract1} for the first to pay
     * @param level as the table heads its column
     */
    record Contract(String key, String enrolment, String name, String level) {}

    private final Decision decision;
    private final List<Contract> all = new ArrayList<>();

    Contracts(Decision decision, Rights rights, Edition edition) {
        this.decision = decision;
        for (Enrolment enrolment : rights.enrolments()) {
            boolean takesPart = decision.lines().stream()
                    .flatMap(line -> line.shares().contracts().stream())
                    .anyMatch(share -> share.enrolment().equals(enrolment.id()));
            if (takesPart || rights.enrolments().size() == 1) {
                all.add(contract(enrolment, edition));
            }
        }
    }

    private Contract contract(Enrolment enrolment, Edition edition) {
        GuaranteeTable table = edition.tables().getOrDefault(enrolment.product(), List.of()).stream()
                .reduce((first, last) -> last)
                .orElse(null);
        GuaranteeTable.Level level = table == null ? null : table.levels().get(enrolment.level());
        return new Contract(
                StepGroups.contract(all.size()),
                enrolment.id(),
                table == null ? enrolment.product() : Catalogue.Product.shortName(table.name()),
                level == null ? enrolment.level() : level.label());
    }

    List<Contract> all() {
        return all;
    }

    Contract named(String key) {
        return all.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    /** Its share of one line; nothing where it takes no part. */
    static Money share(Contract contract, LineDecision line, Currency currency) {
        return line.shares().contracts().stream()
                .filter(share -> Objects.equals(share.enrolment(), contract.enrolment()))
                .map(ContractShare::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    Money paid(Contract contract, Currency currency) {
        return decision.lines().stream()
                .map(line -> share(contract, line, currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
