package io.bareme.rulebook;

import io.bareme.rulebook.files.PublishedTable;
import io.bareme.rulebook.files.PublishedTable.Remark;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.rulebook.wording.WordingReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of what a published table guarantees is read under its own header.
 *
 * @param guarantees its distinct cells that state one
 * @param unread those that are refused, or read otherwise than the table means, with the reason
 */
public record WordingShare(PublishedTable table, List<String> guarantees, List<Remark> unread) {

    public WordingShare {
        guarantees = List.copyOf(guarantees);
        unread = List.copyOf(unread);
    }

    /** Reads every guarantee of the table. */
    public static WordingShare of(PublishedTable table) {
        Set<String> guarantees = new LinkedHashSet<>(table.guarantees());
        List<Remark> unread = new ArrayList<>(table.beyondTheirWords());
        for (String wording : guarantees) {
            if (WordingReader.read(wording, table.readings(), table.currency()) instanceof Refused refused) {
                unread.add(new Remark(wording, refused.onOneLine()));
            }
        }
        table.beyondTheirWords().forEach(remark -> guarantees.add(remark.cell()));
        return new WordingShare(table, List.copyOf(guarantees), unread);
    }

    /** How many are read as the table means them. */
    public int read() {
        return guarantees.size() - unread.size();
    }
}
