package io.bareme.portal.simulator;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.Edition;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Shares.ContractShare;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The complementary contracts that take part in a statement, in their order of payment, by the names people know. */
final class Contracts {

    /**
     * One contract.
     *
     * @param key {@code contract1} for the first to pay
     * @param number from 1, in the order of payment
     * @param level as the table heads its column
     */
    record Contract(String key, int number, String enrolment, String name, String level) {}

    private final Decision decision;
    private final List<Contract> all = new ArrayList<>();

    Contracts(Decision decision, Edition edition) {
        this.decision = decision;
        shares().forEach(share -> {
            if (all.stream().noneMatch(known -> known.enrolment().equals(share.enrolment()))) {
                all.add(contract(share, edition));
            }
        });
    }

    private Contract contract(ContractShare share, Edition edition) {
        GuaranteeTable table = edition.tables().getOrDefault(share.product(), List.of()).stream()
                .reduce((first, last) -> last)
                .orElse(null);
        GuaranteeTable.Level level = table == null ? null : table.levels().get(share.level());
        return new Contract(
                StepGroups.contract(all.size()),
                all.size() + 1,
                share.enrolment(),
                table == null ? share.product() : Catalogue.Product.shortName(table.name()),
                level == null ? share.level() : level.label());
    }

    List<Contract> all() {
        return all;
    }

    Contract named(String key) {
        return all.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    /** Its share of one line; nothing where it takes no part. */
    static Money share(Contract contract, LineDecision line, Currency currency) {
        return sum(line.shares().contracts().stream(), contract, currency);
    }

    Money paid(Contract contract, Currency currency) {
        return sum(shares(), contract, currency);
    }

    private Stream<ContractShare> shares() {
        return decision.lines().stream().flatMap(line -> line.shares().contracts().stream());
    }

    private static Money sum(Stream<ContractShare> shares, Contract contract, Currency currency) {
        return shares.filter(share -> share.enrolment().equals(contract.enrolment()))
                .map(ContractShare::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
