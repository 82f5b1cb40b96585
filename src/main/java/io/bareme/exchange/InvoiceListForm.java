package io.bareme.exchange;

import io.bareme.exchange.Fields.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices to list; what is null does not matter.
 *
 * @param page its number is the professional's own, of the invoice
 * @param provider the professional's id
 * @param commitment the number of the one that they call on
 */
public record InvoiceListForm(
        ListForm page, @Nullable String provider, @Nullable String commitment) {

    /** Reads the parameters of an address, each given once. */
    public static Read<InvoiceListForm> read(Map<String, String[]> parameters) {
        return AddressParameters.read(
                parameters,
                ListForm.NUMBERS,
                fields -> new InvoiceListForm(
                        ListForm.of(fields, List.of()),
                        fields.textOrNone("provider", Form.IDENTIFIER),
                        fields.textOrNone("commitment", Form.IDENTIFIER)));
    }
}
