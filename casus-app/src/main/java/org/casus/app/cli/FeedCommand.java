package org.casus.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.casus.app.act.Fetching;
import org.casus.app.view.Desk;
import org.casus.store.Feeds;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus feed}: reports from the feeds of news sites. */
@Command(
        name = "feed",
        description = {
            "Feeds of news sites (RSS, Atom) whose reports are taken into the ledger when you say"
                    + " so.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus feed add World https://news.example/world.xml",
            "  casus feed fetch                 all feeds, now",
            "  casus feed fetch World --articles    and the pages that it links to",
            "  casus feed list                  what they came to the last time",
            "  casus feed remove World          its reports stay in the ledger",
            "",
            "Nothing is fetched by itself. Every item of a feed is an input of the run, as",
            "casus ingest --status lists them; an item that is there already is unchanged.",
            "",
            "Exit codes: 0 all went well; 1 some feed or item could not be read, each named",
            "on standard error with its reason; 2 the command line makes no sense; 3 Casus",
            "itself failed."
        })
final class FeedCommand implements Callable<Integer> {
    /** What is to be done. */
    enum Act {
        add,
        list,
        remove,
        fetch
    }

    @Parameters(index = "0", paramLabel = "ACT", description = "${COMPLETION-CANDIDATES}.")
    Act act = Act.list;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Of the feed.")
    @Nullable String name;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "ADDRESS",
            description = "Of the web (http, https), or a file.")
    @Nullable String address;

    @Option(
            names = "--articles",
            description =
                    "Where an item has only a summary, read the page that it links to instead.")
    boolean articles;

    @Mixin LedgerOption ledger = new LedgerOption();

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    FeedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if ((act == Act.add || act == Act.remove) && name == null) {
            throw mistake(act + " takes the name of a feed");
        }
        if ((act == Act.add) != (address != null)) {
            throw mistake(
                    act == Act.add
                            ? "add takes a name and the address of a feed"
                            : act + " takes no address");
        }
        return switch (act) {
            case add -> add(Objects.requireNonNull(name), Objects.requireNonNull(address));
            case remove -> remove(Objects.requireNonNull(name));
            case list -> list();
            case fetch -> fetch();
        };
    }

    private int add(String added, String at) {
        if (at.contains("://") && !at.matches("(?i)https?://.+")) {
            throw mistake("the address is " + at + ", but it must begin with http or https");
        }
        String kept = at.contains("://") ? at : Path.of(at).toAbsolutePath().normalize().toString();
        ready();
        Feeds.at(
                ledger.where,
                Clock.systemUTC(),
                feeds -> {
                    feeds.add(added, kept);
                    return feeds;
                });
        return list();
    }

    private int remove(String removed) {
        Feeds.at(
                ledger.where,
                Clock.systemUTC(),
                feeds -> {
                    feeds.remove(removed);
                    return feeds;
                });
        return list();
    }

    private int list() {
        for (Feeds.Line feed : feeds()) {
            terminal.out()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "%-20s  %s  %s",
                                    feed.name(),
                                    feed.address(),
                                    feed.fetched() == null
                                            ? "never fetched"
                                            : feed.fetched() + "  " + feed.cameTo()));
        }
        return ExitCode.OK;
    }

    private int fetch() throws IOException, InterruptedException {
        List<Feeds.Line> wanted = new ArrayList<>(feeds());
        wanted.removeIf(feed -> name != null && !feed.name().equals(name));
        if (wanted.isEmpty()) {
            throw mistake(
                    name == null
                            ? "there is no feed; casus feed add NAME ADDRESS adds one"
                            : "there is no feed " + name);
        }
        List<String> files = new ArrayList<>();
        for (Feeds.Line feed : wanted) {
            String came;
            try {
                Fetching.Brought brought = Fetching.fetch(feed, articles);
                files.add(brought.keep(Desk.folder(ledger.where), feed).toString());
                came = brought.inWords();
                terminal.err().println("casus: " + feed.name() + ": " + came);
            } catch (IOException | IllegalArgumentException failure) {
                came = "failed: " + failure.getMessage();
                terminal.err().println("casus: " + feed.name() + ": " + failure.getMessage());
            }
            String words = came;
            Feeds.at(
                    ledger.where,
                    Clock.systemUTC(),
                    feeds -> {
                        feeds.fetched(feed.name(), words);
                        return feeds;
                    });
        }
        int taken =
                files.isEmpty()
                        ? ExitCode.OK
                        : Intake.of(
                                ledger.where,
                                files,
                                Runtime.getRuntime().availableProcessors(),
                                terminal);
        return files.size() < wanted.size() ? ExitCode.SOME_UNREADABLE : taken;
    }

    private List<Feeds.Line> feeds() {
        try (Ledger open = Ledger.read(ledger.where)) {
            return open.feeds().all();
        }
    }

    /** Makes the ledger, or brings it up to date, if it has to be. */
    private void ready() {
        try {
            Ledger.read(ledger.where).close();
        } catch (LedgerException missingOrOld) {
            Ledger.write(ledger.where, Clock.systemUTC()).close();
        }
    }

    private ParameterException mistake(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }
}
