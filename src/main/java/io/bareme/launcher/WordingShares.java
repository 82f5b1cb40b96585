package io.bareme.launcher;

import io.bareme.rulebook.WordingShare;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints how much of each published table is read, what is not and why, and the share of each country. */
final class WordingShares {

    private final PrintWriter out;

    WordingShares(PrintWriter out) {
        this.out = out;
    }

    void print(List<WordingShare> shares) {
        for (WordingShare share : shares) {
            out.println(share.table().table() + "\t" + share.table().cells() + " cells, "
                    + share.guarantees().size() + " guarantees, " + share.read() + " read, "
                    + share.unread().size() + " not"
                    + percent(share.read(), share.guarantees().size()));
            share.unread().forEach(not -> out.println("\t" + not.cell() + "\t" + not.why()));
        }
        for (String country :
                shares.stream().map(share -> share.table().country()).distinct().toList()) {
            total(
                    country,
                    shares.stream()
                            .filter(share -> share.table().country().equals(country))
                            .toList());
        }
    }

    /** A wording that several tables print is counted once; it is read when it is read in each. */
    private void total(String country, List<WordingShare> shares) {
        Set<String> guarantees = new HashSet<>();
        Set<String> unread = new HashSet<>();
        for (WordingShare share : shares) {
            guarantees.addAll(share.guarantees());
            share.unread().forEach(not -> unread.add(not.cell()));
        }
        int read = guarantees.size() - unread.size();
        out.println(country + "\t" + guarantees.size() + " distinct guarantees, " + read + " read, " + unread.size()
                + " not" + percent(read, guarantees.size()));
    }

    private static String percent(int read, int of) {
        return of == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * read / of);
    }
}
