package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.casus.store.IncidentQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which incidents of the ledger, for every command that lists them. */
final class FilterOptions {
    @Option(
            names = "--where",
            paramLabel = "NAME=VALUE[,VALUE]",
            description = {
                "Only incidents of the ledger that have one of these values. Names: country, place,"
                        + " actor, source, target, outcome, context, type, mode, grade, factuality,"
                        + " review (accept, await, reject, none, doubt)."
            })
    List<String> where = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "The same as --where type=TYPE.")
    @Nullable String type;

    @Option(names = "--from", paramLabel = "DAY", description = "Not what ended before that day.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Not what began after that day.")
    @Nullable String to;

    @Option(names = "--contested", description = "Only incidents on which accounts disagree.")
    boolean contested;

    @Option(
            names = "--words",
            paramLabel = "WORDS",
            description = "Only incidents told in these words, in any form.")
    @Nullable String words;

    @Option(names = "--as-of", paramLabel = "TIME", description = "As the ledger stood then.")
    @Nullable String asOf;

    /** Whether anything of the ledger is asked for. */
    boolean any() {
        return !where.isEmpty()
                || type != null
                || from != null
                || to != null
                || contested
                || words != null
                || asOf != null;
    }

    IncidentQuery query() {
        List<String> conditions = new ArrayList<>(where);
        if (type != null) {
            conditions.add("type=" + type);
        }
        return IncidentQuery.of(conditions, from, to, contested).withText(words);
    }
}
