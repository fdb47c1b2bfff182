package org.casus.app.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.casus.merge.Merger;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.store.Decisions;
import org.casus.store.IncidentStore;
import org.casus.store.IncidentStore.Changes;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code casus decide}: writes down what a person decided about incidents; it holds whatever is
 * read or merged later.
 */
@Command(
        name = "decide",
        description = {
            "Writes down what a person decided about incidents; it holds whatever is read or merged"
                    + " later.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus decide accept 3fa2 --reason 'checked with the hospital'",
            "  casus decide reject 3fa2 --reason 'a film, not an attack'",
            "  casus decide correct 3fa2 --field country --value IRQ --reason '…'",
            "  casus decide merge 3fa2 81bc --reason '…'      two incidents are one",
            "  casus decide split 3fa2 c0de --reason '…'      account c0de is of another incident",
            "  casus decide link 3fa2 81bc --value retaliation-for --reason '…'",
            "  casus decide undo d7 --reason '…'"
        })
final class DecideCommand implements Callable<Integer> {
    /** What can be decided. */
    enum Act {
        accept,
        correct,
        merge,
        split,
        reject,
        link,
        undo
    }

    @Parameters(index = "0", paramLabel = "ACT", description = "${COMPLETION-CANDIDATES}.")
    Act act = Act.accept;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ID",
            description = "Incidents, an account of one (split), or a decision (undo).")
    List<String> ids = List.of();

    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(names = "--field", paramLabel = "NAME", description = "For correct: which field.")
    @Nullable String field;

    @Option(
            names = "--value",
            paramLabel = "VALUE",
            description = "For correct: the right value. For link: retaliation-for, caused-by …")
    @Nullable String value;

    @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why.")
    String reason = "";

    @Option(names = "--author", paramLabel = "NAME", description = "Who decides. Default: you.")
    String author = System.getProperty("user.name", "unknown");

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    DecideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--reason says nothing");
        }
        try (Ledger open = Ledger.write(ledger.where, Clock.systemUTC())) {
            terminal.out().println(open.atOnce("decision", () -> decided(open)));
            return ExitCode.OK;
        }
    }

    private String decided(Ledger open) {
        String decided;
        if (act == Act.undo) {
            open.decisions().undo(one(), author, reason);
            decided = one();
        } else {
            decided = decide(open.incidents(), open.decisions());
        }
        Changes changes = open.incidents().settle(Merger.load(), List.of(decided));
        return decided
                + ": "
                + changes.created()
                + " new, "
                + changes.changed()
                + " changed, "
                + changes.ceased()
                + " gone into others";
    }

    private String decide(IncidentStore incidents, Decisions decisions) {
        List<String> about = accounts(incidents, ids.get(0));
        List<String> others = new ArrayList<>();
        switch (act) {
            case merge -> {
                two();
                about = new ArrayList<>(about);
                for (String other : ids.subList(1, ids.size())) {
                    about.addAll(accounts(incidents, other));
                }
            }
            case split -> {
                two();
                for (String account : ids.subList(1, ids.size())) {
                    others.add(incidents.account(account));
                }
                about = about.stream().filter(uid -> !others.contains(uid)).toList();
            }
            case link -> {
                two();
                others.addAll(accounts(incidents, ids.get(1)));
            }
            default -> one();
        }
        try {
            return decisions
                    .add(
                            Decision.Act.valueOf(act.name().toUpperCase(Locale.ROOT)),
                            about,
                            others,
                            field,
                            value,
                            author,
                            reason)
                    .id();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> accounts(IncidentStore incidents, String id) {
        return incidents.get(incidents.uid(id)).accounts().stream()
                .map(Incident.Member::uid)
                .toList();
    }

    private String one() {
        if (ids.size() != 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), act + " takes one ID");
        }
        return ids.get(0);
    }

    private void two() {
        if (ids.size() < 2) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), act + " takes two IDs at least");
        }
    }
}
