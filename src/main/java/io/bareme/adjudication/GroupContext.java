package io.bareme.adjudication;

import org.jspecify.annotations.Nullable;

/**
 * What the lines of one settlement group know of each other while they are settled one after the other.
 *
 * @param stay null when the group is no hospital stay
 * @param equipment null when the group is no optical equipment
 */
record GroupContext(@Nullable Stay stay, @Nullable Equipment equipment) {

    static GroupContext of(SettlementGroup group) {
        return new GroupContext(Stay.of(group), Equipment.of(group));
    }
}
