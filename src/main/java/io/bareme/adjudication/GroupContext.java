package io.bareme.adjudication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one settlement group know of each other while they are settled one after the other.
 *
 * @param stay null when the group is no hospital stay
 * @param equipment null when the group is no optical equipment
 * @param heavyActs which of its acts are heavy
 */
record GroupContext(@Nullable Stay stay, @Nullable Equipment equipment, HeavyActs heavyActs) {

    static GroupContext of(SettlementGroup group, ResolvedClaim claim, LimitBook book) {
        LocalDate began = book.stayBegan(group.lines().getFirst().line());
        Stay stay = Stay.of(group, began);
        boolean borne = stay != null && new EarlierHeavyActs(claim, began).any(stay.firstDay());
        return new GroupContext(stay, Equipment.of(group), new HeavyActs(group, stay != null, borne));
    }
}
