package org.casus.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.acquire.Arrival;
import org.casus.acquire.Arrival.Arrived;
import org.casus.acquire.Arrival.Unreadable;
import org.casus.acquire.Arrivals;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Models;
import org.casus.extract.place.Explanation;
import org.casus.extract.place.Explanation.Option;
import org.casus.extract.place.PlaceFinder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus gazetteer find}: what a name can mean, and why one place wins. */
@Command(
        name = "find",
        description = {
            "Shows the places that a name can mean, what speaks for each, pass by pass, and why one"
                    + " of them wins.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus gazetteer find Tripoli               by size alone",
            "  casus gazetteer find 'Tripoli, Lebanon'    with the place that it lies in",
            "  casus gazetteer find Hama -r report.txt    as that report has it",
            "",
            "Exit codes: 0 something has the name; 1 nothing has; 2 the command line makes",
            "no sense; 3 it failed, as when the report cannot be read."
        })
final class FindCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "The name; after a comma, the larger place that it lies in.")
    List<String> words = List.of();

    @CommandLine.Option(
            names = {"-r", "--report"},
            paramLabel = "FILE",
            description =
                    "Show what the name means in this report, each time that it stands there.")
    @Nullable String report;

    @CommandLine.Option(
            names = {"-n", "--most"},
            paramLabel = "N",
            defaultValue = "10",
            description = "Show so many candidates at the most. Default: ${DEFAULT-VALUE}.")
    int most = 10;

    @Mixin PlacesOption places = new PlacesOption();

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    FindCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String name = String.join(" ", words).strip();
        if (name.isEmpty() || name.startsWith(",")) {
            throw mistake("there is no name to look for");
        }
        if (most < 1) {
            throw mistake("--most is " + most + ", but at least one must be shown");
        }
        PlaceFinder finder = PlaceFinder.load(places.imported());
        Set<String> pages = new LinkedHashSet<>();
        boolean found = false;
        for (Explanation e : report == null ? finder.explain(name) : inReport(finder, name)) {
            pages.add(page(e));
            found |= !e.options().isEmpty();
        }
        if (pages.isEmpty()) {
            pages.add(name + " is not in the report as a place\n");
        }
        PrintStream out = terminal.out();
        out.print(String.join("\n", pages));
        out.flush();
        return found ? ExitCode.OK : ExitCode.SOME_UNREADABLE;
    }

    private List<Explanation> inReport(PlaceFinder finder, String name) throws IOException {
        try (Arrivals arrivals = new Arrivals(List.of(Objects.requireNonNull(report)), System.in)) {
            if (!arrivals.hasNext()) {
                throw mistake("--report is " + report + ", where there is no report");
            }
            Arrival arrival = arrivals.next();
            if (arrival instanceof Unreadable unreadable) {
                throw new IOException(unreadable.name() + ": " + unreadable.reason());
            }
            try (Progress progress = new Progress(terminal.err(), terminal.errIsTerminal())) {
                Analyzer analyzer =
                        Analyzer.open(new Models(), (share, doing) -> progress.part(doing, share));
                return finder.explain(analyzer.analyze(((Arrived) arrival).report()), name);
            }
        }
    }

    private String page(Explanation e) {
        StringBuilder page = new StringBuilder(e.name()).append(": ").append(e.why()).append('\n');
        List<Option> options = e.options();
        for (int i = 0; i < Math.min(most, options.size()); i++) {
            line(page, options.get(i));
        }
        if (options.size() > most) {
            page.append("    and ").append(options.size() - most).append(" more\n");
        }
        return page.toString();
    }

    private static void line(StringBuilder page, Option o) {
        String where =
                Stream.of(o.region(), o.country())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        page.append(
                String.format(
                        Locale.ROOT,
                        "%s %5.1f  %s%s, %s, %.4f %.4f%s\n",
                        o.wins() ? "->" : "  ",
                        o.total(),
                        o.name(),
                        where.isEmpty() ? "" : ", " + where,
                        o.kind().name().toLowerCase(Locale.ROOT),
                        o.latitude(),
                        o.longitude(),
                        o.geonameId() == null ? "" : ", GeoNames " + o.geonameId()));
        for (Explanation.Points p : o.points()) {
            page.append(
                    String.format(
                            Locale.ROOT,
                            "           %+5.1f  %-10s %s\n",
                            p.points(),
                            p.pass(),
                            p.reason()));
        }
    }

    private ParameterException mistake(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }
}
