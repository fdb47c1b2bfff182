package org.casus.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.casus.merge.Chains;
import org.casus.merge.Merged;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.publish.IncidentText;
import org.casus.publish.LedgerJson;
import org.casus.publish.RecordReader;
import org.casus.publish.export.PrivateNames;
import org.casus.publish.export.Redaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus incidents}: puts the events of many records together. */
@Command(
        name = "incidents",
        description = {
            "Puts the events of many records together: one incident where the world had one, with"
                + " every report's version of it beside the others. Without a file, the incidents"
                + " of the ledger.",
            ""
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus incidents --where country=IRQ --from 2004-04-01 --type ASSAULT",
            "  casus incidents --where actor=hamas,hezbollah --where outcome=killed --contested",
            "  casus incidents --as-of 2026-01-31         what the ledger said then",
            "  casus read --format jsonl reports/ > records.jsonl",
            "  casus incidents records.jsonl",
            "  casus read --format jsonl reports/ | casus incidents --policy latest -",
            "  casus incidents --review records.jsonl     pairs left for a person to judge",
            "",
            "Values are asked for in small letters or capitals. Several of one name: any of",
            "them; several names: all of them."
        })
final class IncidentsCommand implements Callable<Integer> {
    /** How incidents are printed. */
    enum Form {
        text,
        jsonl
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Records, as casus read --format jsonl prints them; - is standard input.")
    List<String> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Without it, text for a terminal, else jsonl.")
    @Nullable Form format;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "representative",
            description =
                    "How one toll is made of several: conservative (the smallest told),"
                            + " representative (the median of the sources), latest, or all (no"
                            + " number unless all agree). Usually ${DEFAULT-VALUE}.")
    TollPolicy policy = TollPolicy.REPRESENTATIVE;

    @Option(
            names = "--review",
            description = "Print instead the pairs of accounts that a person should judge.")
    boolean review;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write there instead of standard output, all of it or, if it fails, nothing.")
    @Nullable Path output;

    @Mixin RedactOption redaction = new RedactOption();

    @Mixin LedgerOption ledger = new LedgerOption();

    @Mixin FilterOptions filter = new FilterOptions();

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    IncidentsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (files.isEmpty()) {
            return ofLedger();
        }
        if (filter.any()) {
            throw mistake("--where and its like ask the ledger; name no FILE with them");
        }
        List<Account> accounts = new ArrayList<>();
        boolean allRead = true;
        for (String file : files) {
            allRead &= read(file, accounts);
        }
        Merged merged = Merger.load().merge(accounts, List.of(), policy);
        boolean jsonl =
                format != null ? format == Form.jsonl : output != null || !terminal.outIsTerminal();
        PrivateNames names = redaction.names();
        try (Output out = output == null ? Output.to(terminal.out()) : Output.file(output)) {
            if (review) {
                for (Comparison pair : merged.review()) {
                    out.print(
                            jsonl
                                    ? Redaction.without(LedgerJson.line(pair), names) + "\n"
                                    : names.hide(IncidentText.of(pair)) + "\n");
                }
            } else {
                for (Incident told : Chains.over(merged.incidents())) {
                    Incident incident = Redaction.of(told, names);
                    out.print(
                            jsonl
                                    ? LedgerJson.line(incident) + "\n"
                                    : IncidentText.of(incident) + "\n");
                }
            }
            out.finish();
        }
        return allRead ? ExitCode.OK : ExitCode.SOME_UNREADABLE;
    }

    private int ofLedger() throws IOException {
        if (policy != TollPolicy.REPRESENTATIVE) {
            throw mistake(
                    "the ledger's incidents are kept with the policy representative; casus show ID"
                            + " --policy tells one by another");
        }
        boolean jsonl =
                format != null ? format == Form.jsonl : output != null || !terminal.outIsTerminal();
        try (Output out = output == null ? Output.to(terminal.out()) : Output.file(output)) {
            LedgerIncidents incidents = new LedgerIncidents(ledger.where, jsonl, redaction);
            if (review) {
                incidents.doubts(out);
            } else {
                incidents.print(filter, out);
            }
            out.finish();
        }
        return ExitCode.OK;
    }

    private ParameterException mistake(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }

    /** Takes the records of a file; a line that is none is named, and the others go on. */
    private boolean read(String file, List<Account> accounts) throws IOException {
        boolean standard = file.equals("-");
        if (!standard && !Files.isRegularFile(Path.of(file))) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "there is no file " + file);
        }
        boolean all = true;
        try (InputStream in = standard ? System.in : Files.newInputStream(Path.of(file));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    accounts.addAll(RecordReader.accounts(line));
                    redaction.learn(line);
                } catch (IllegalArgumentException e) {
                    String name = standard ? "standard input" : file;
                    terminal.err().println("casus: " + name + ":" + number + ": " + e.getMessage());
                    all = false;
                }
            }
        }
        return all;
    }
}
