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
        List<ContractShare> inOrder = new ArrayList<>();
        decision.lines().forEach(line -> merge(inOrder, line.shares().contracts()));
        inOrder.forEach(share -> all.add(contract(share, edition)));
    }

    /** Lines agree on the order of payment, but a contract may take part in some only. */
    private static void merge(List<ContractShare> inOrder, List<ContractShare> ofLine) {
        int next = 0;
        for (ContractShare share : ofLine) {
            int known = at(inOrder, share);
            if (known < 0) {
                inOrder.add(next, share);
                known = next;
            }
            next = known + 1;
        }
    }

    private static int at(List<ContractShare> shares, ContractShare wanted) {
        for (int at = 0; at < shares.size(); at++) {
            if (shares.get(at).enrolment().equals(wanted.enrolment())) {
                return at;
            }
        }
        return -1;
    }

    private Contract contract(ContractShare share, Edition edition) {
        GuaranteeTable table = edition.tables().getOrDefault(share.product(), List.of()).stream()
                .reduce((first, last) -> last)
                .orElse(null);
        GuaranteeTable.Level level = table == null ? null : table.levels().get(share.level());
        return new Contract(
                "contract" + (all.size() + 1),
                all.size() + 1,
                share.enrolment(),
                table == null ? share.product() : Catalogue.Product.shortName(table.name()),
                level == null ? share.level() : level.label());
    }

    List<Contract> all() {
        return all;
    }

    /** Its product's name; its level, where another contract is of the same product's name. */
    String shortName(Contract contract) {
        boolean alone =
                all.stream().filter(one -> one.name().equals(contract.name())).count() == 1;
        return alone ? contract.name() : contract.level();
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
