package io.bareme.exchange;

import io.bareme.adjudication.Scheme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of the rights stated in a claim, also where something else in it is wrong.
 *
 * @param scheme null when it could not be read
 */
public record StatedCover(@Nullable Scheme scheme, List<Contract> contracts) {

    /**
     * One contract.
     *
     * @param pointer of the contract in the claim
     * @param level null when it could not be read
     */
    public record Contract(
            String pointer, String product, @Nullable String level) {}

    public StatedCover {
        contracts = List.copyOf(contracts);
    }

    /** Of a claim without fault; without contracts where it states no rights. */
    public static StatedCover of(ClaimForm form) {
        CoverForm cover = form.cover();
        List<Contract> contracts = new ArrayList<>();
        if (cover == null) {
            return new StatedCover(null, contracts);
        }
        for (ContractForm contract : cover.contracts()) {
            contracts.add(new Contract("/cover/contracts/" + contracts.size(), contract.product(), contract.level()));
        }
        return new StatedCover(Words.of(Words.SCHEMES, cover.scheme()), contracts);
    }
}
