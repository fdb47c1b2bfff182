package org.casus.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.casus.app.http.Passwords;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;
import org.casus.store.Person;
import org.casus.store.Person.Rank;
import org.casus.store.Team;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus user}: the accounts of a team. */
@Command(
        name = "user",
        description = {"The accounts by which a team opens the workbench.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus user add ana --role admin      asks for a password",
            "  casus user add ben < password.txt    a reviewer, password from a file",
            "  casus user list",
            "  casus user passwd ben",
            "  casus user role ben --role reader",
            "  casus user disable ben               locks out; enable lets in again",
            "",
            "Changes hold at once, while the workbench runs. casus audit has who made them."
        })
final class UserCommand implements Callable<Integer> {
    /** What is to be done. */
    enum Act {
        add,
        list,
        passwd,
        role,
        disable,
        enable
    }

    @Parameters(index = "0", paramLabel = "ACT", description = "${COMPLETION-CANDIDATES}.")
    Act act = Act.list;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Of the account.")
    @Nullable String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "reader looks; reviewer decides and adds reports, too; admin manages accounts,"
                            + " too. Default of add: reviewer.")
    @Nullable Rank role;

    @Mixin LedgerOption ledger = new LedgerOption();

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    UserCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (act == Act.list) {
            return list();
        }
        if (name == null) {
            throw mistake(act + " takes the name of an account");
        }
        if (act == Act.role && role == null) {
            throw mistake("role takes --role");
        }
        if (act == Act.add) {
            ready();
        }
        String of = name;
        Rank rank = role == null ? Rank.REVIEWER : role;
        String hash = act == Act.add || act == Act.passwd ? hash() : "";
        Team.By by = new Team.By(System.getProperty("user.name", "unknown"), Team.TERMINAL);
        Team.at(
                ledger.where,
                Clock.systemUTC(),
                team -> {
                    switch (act) {
                        case add -> team.add(of, rank, hash, by);
                        case passwd -> team.password(of, hash, by);
                        case role -> team.rank(of, rank, by);
                        default -> team.disable(of, act == Act.disable, by);
                    }
                    return team;
                });
        return list();
    }

    private int list() {
        try (Ledger open = Ledger.read(ledger.where)) {
            for (Person person : open.team().people()) {
                terminal.out()
                        .println(
                                String.format(
                                        Locale.ROOT,
                                        "%-20s  %-8s  %s%s",
                                        person.name(),
                                        person.rank().word(),
                                        person.since(),
                                        person.disabled() ? "  disabled" : ""));
            }
        }
        return ExitCode.OK;
    }

    /** Makes the ledger, or brings it up to date, if it has to be. */
    private void ready() {
        try {
            Ledger.read(ledger.where).close();
        } catch (LedgerException missingOrOld) {
            Ledger.write(ledger.where, Clock.systemUTC()).close();
        }
    }

    private String hash() throws IOException {
        try {
            return Passwords.hash(password());
        } catch (IllegalArgumentException nonsense) {
            throw mistake(String.valueOf(nonsense.getMessage()));
        }
    }

    /** What is typed, unseen; where nobody sits before a terminal, the first line that comes. */
    @SuppressWarnings("SystemConsoleNull") // where Java always has a console, the launcher decides
    private String password() throws IOException {
        Console console = System.console();
        if (console == null || !Boolean.getBoolean("casus.terminal.in")) {
            String line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            if (line == null) {
                throw mistake("there is no password on standard input");
            }
            return line;
        }
        char[] once = typed(console, "Password of " + name + ": ");
        char[] again = typed(console, "Once more: ");
        if (!Arrays.equals(once, again)) {
            throw mistake("the password was not the same the second time");
        }
        return new String(once);
    }

    private char[] typed(Console console, String prompt) {
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw mistake("no password was typed");
        }
        return typed;
    }

    private ParameterException mistake(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }
}
