package org.casus.app.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.store.Ledger;
import org.casus.store.Search.Hit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus search}: which reports have these words. */
@Command(
        name = "search",
        description = {
            "Finds the reports of the ledger that have all the words, in any form, the best first.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus search drone strike            strikes by drones, too",
            "  casus search '\"air strike\" Gao'      words that stand together",
            "",
            "Exit codes: 0 something was found; 1 nothing was; 2 the command line makes",
            "no sense; 3 the ledger cannot be opened."
        })
final class SearchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
    List<String> words = List.of();

    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(
            names = {"-n", "--most"},
            paramLabel = "N",
            defaultValue = "20",
            description = "So many at the most. Default: ${DEFAULT-VALUE}.")
    int most = 20;

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (most < 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--most is " + most + ", but must be at least 1");
        }
        try (Ledger open = Ledger.read(ledger.where)) {
            List<Hit> hits = open.search().find(String.join(" ", words), most);
            for (Hit hit : hits) {
                terminal.out().println(line(hit));
                terminal.out().println("    " + hit.passage());
            }
            return hits.isEmpty() ? ExitCode.SOME_UNREADABLE : ExitCode.OK;
        }
    }

    private static String line(Hit hit) {
        return Stream.of(
                        hit.document(),
                        hit.published(),
                        hit.outlet(),
                        hit.title() == null || hit.title().isEmpty() ? hit.key() : hit.title(),
                        hit.current() ? null : "(an earlier version)")
                .filter(Objects::nonNull)
                .collect(Collectors.joining("  "));
    }
}
