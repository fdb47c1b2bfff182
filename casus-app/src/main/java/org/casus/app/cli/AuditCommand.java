package org.casus.app.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.casus.store.Ledger;
import org.casus.store.Team;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code casus audit}: prints what was done in the workbench, and by whom. */
@Command(
        name = "audit",
        description = {
            "Prints what was done in the workbench and to its accounts, by whom and from where; the"
                    + " oldest first.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus audit",
            "  casus audit --who ana",
            "  casus audit --act 'failed log in' --most 1000",
            "",
            "Columns, parted by tabs: number, time in UTC, who, act, to what, from where.",
            "Acts are never changed or taken away."
        })
final class AuditCommand implements Callable<Integer> {
    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(names = "--who", paramLabel = "NAME", description = "Only what this person did.")
    String who = "";

    @Option(names = "--act", paramLabel = "ACT", description = "Only this, as in 'log in'.")
    String act = "";

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "100",
            description = "The last N. Default: ${DEFAULT-VALUE}.")
    int most = 100;

    private final Terminal terminal;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger open = Ledger.read(ledger.where)) {
            List<Team.Act> acts = new ArrayList<>(open.team().acts(who, act, 0, most));
            Collections.reverse(acts);
            for (Team.Act one : acts) {
                terminal.out()
                        .println(
                                String.format(
                                        Locale.ROOT,
                                        "%d\t%s\t%s\t%s\t%s\t%s",
                                        one.number(),
                                        one.at(),
                                        plain(one.who()),
                                        one.act(),
                                        plain(one.about()),
                                        plain(one.source())));
            }
            return ExitCode.OK;
        }
    }

    /** A name that somebody tried may hold anything; a line stays one. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
