package io.bareme.adjudication;

import org.jspecify.annotations.Nullable;

/**
 * What the lines of one settlement group know of each other while they are settled one after the other.
 *
 * @param stay null when the group is no hospital stay
 * @param equipment null when the group is no optical equipment
 * @param heavyActs which of its acts are heavy
 */
record GroupContext(@Nullable Stay stay, @Nullable Equipment equipment, HeavyActs heavyActs) {

    static GroupContext of(SettlementGroup group) {
        Stay stay = Stay.of(group);
        return new GroupContext(stay, Equipment.of(group), new HeavyActs(group, stay != null));
    }
}
