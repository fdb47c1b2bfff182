package org.casus.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.casus.extract.place.gazetteer.Gazetteer;
import org.casus.extract.place.gazetteer.GeoNames;
import org.casus.extract.place.gazetteer.Imported;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus gazetteer import}: places from dumps of GeoNames. */
@Command(
        name = "import",
        description = {
            "Adds the places of GeoNames dumps to those that Casus knows. casus read uses them at"
                    + " once.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus gazetteer import ML.zip                     a country, as downloaded",
            "  casus gazetteer import cities500.txt              all towns of the world",
            "  casus gazetteer import SY.zip alternateNames.zip  with their other names",
            "  casus gazetteer import --forget                   what was added, away again",
            "",
            "A dump is text with tabs between its columns, or a zip with one such text;",
            "whether it holds places (allCountries, cities500, a country's file) or",
            "alternate names is seen from its columns. A place that was added before is",
            "replaced. Lines that make no sense are named and passed over.",
            "",
            "Exit codes: 0 all was added; 1 some lines could not be read, all others were",
            "added; 2 the command line makes no sense; 3 nothing was added."
        })
final class ImportCommand implements Callable<Integer> {
    /** Bad lines that are named one by one; of the rest the number is enough. */
    private static final int NAMED = 20;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Dumps, as text or zipped.")
    List<Path> dumps = List.of();

    @Option(names = "--forget", description = "Remove all places that were added.")
    boolean forget;

    @Mixin PlacesOption places = new PlacesOption();

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (forget == !dumps.isEmpty()) {
            throw mistake(
                    forget
                            ? "FILE and --forget are two different things to do"
                            : "there is nothing to import: name a dump of GeoNames");
        }
        Imported imported = places.imported();
        if (forget) {
            terminal.err()
                    .println(
                            imported.forget()
                                    ? "casus: forgot " + imported.file()
                                    : "casus: nothing had been added");
            return ExitCode.OK;
        }
        for (Path dump : dumps) {
            if (!Files.isReadable(dump) || Files.isDirectory(dump)) {
                throw mistake("there is no file " + dump + " that can be read");
            }
        }
        try (Progress progress = new Progress(terminal.err(), terminal.errIsTerminal())) {
            return add(imported, progress);
        }
    }

    private int add(Imported imported, Progress progress) throws IOException {
        List<Path> ordered = new ArrayList<>(dumps);
        ordered.sort(Comparator.comparing(ImportCommand::isOfNames));
        long[] bad = new long[1];
        List<GeoNames.Result> results =
                imported.add(
                        ordered,
                        new GeoNames.Listener() {
                            @Override
                            public void at(Path file, double share) {
                                progress.part("reading " + file.getFileName(), share);
                            }

                            @Override
                            public void bad(Path file, long line, String why) {
                                if (++bad[0] <= NAMED) {
                                    progress.note("casus: " + file + ":" + line + ": " + why);
                                }
                            }
                        });
        if (bad[0] > NAMED) {
            progress.note("casus: and " + (bad[0] - NAMED) + " more lines that make no sense");
        }
        for (int i = 0; i < results.size(); i++) {
            progress.note("casus: " + ordered.get(i) + ": " + inWords(results.get(i)));
        }
        Gazetteer all = imported.open();
        progress.note(
                String.format(
                        Locale.ROOT,
                        "casus: %,d places with %,d other names are now in %s",
                        all.size(),
                        all.otherNames(),
                        imported.file()));
        return bad[0] == 0 ? ExitCode.OK : ExitCode.SOME_UNREADABLE;
    }

    private static boolean isOfNames(Path dump) {
        return dump.getFileName().toString().toLowerCase(Locale.ROOT).contains("alternate");
    }

    private static String inWords(GeoNames.Result r) {
        return String.format(
                Locale.ROOT,
                "places: %,d; other names: %,d; lines of no use here: %,d; lines that make no"
                        + " sense: %,d",
                r.places(),
                r.names(),
                r.passedOver(),
                r.bad());
    }

    private ParameterException mistake(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }
}
