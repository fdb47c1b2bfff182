package org.casus.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code tools/bench speed}, {@code start}, {@code merge}, {@code ledger}, {@code ingest}, {@code
 * serve} and {@code pairs}, run from the root of the project.
 */
public final class Main {
    private static final String USAGE =
            """
            tools/bench speed [PATH ...]     tokens a second of the analyzer and of all of Casus, on files,
                                             folders or JSON Lines of reports; without any on examples/
            tools/bench start [N [FILE]]     N starts of ./casus read FILE: time to the exit, peak memory;
                                             20 starts with examples/balakot-2019.txt unless told
            tools/bench merge [N ...]        seconds to merge N made-up accounts; 10,000 and 100,000 unless told
            tools/bench ledger [N [FOLDER]]  how fast a ledger of N made-up incidents answers; 100,000 unless told;
                                             it is made in the folder, or found there
            tools/bench ingest [N [FILE ..]] how fast N reports are ingested beside reading them, and the heap; 10,000
                                             unless told, made of the texts of the files, or of the test sets
            tools/bench serve FOLDER [N]     how long ./casus serve takes to open the ledger there, and how long
                                             four clients wait who send N requests each; 250 unless told
            tools/bench pairs [FILE]         how well pairs of reports are merged, from text to incident
            """;

    private static final String PAIRS = "casus-core/src/test/resources/org/casus/merge/pairs.jsonl";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> rest =
                Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        System.out.println(
                "Java "
                        + Runtime.version()
                        + ", "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.arch")
                        + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors");
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "speed" -> Speed.measure(rest.isEmpty() ? List.of("examples") : rest);
            case "start" ->
                    Start.measure(
                            rest.isEmpty() ? 20 : Integer.parseInt(rest.get(0)),
                            Path.of(rest.size() < 2 ? "examples/balakot-2019.txt" : rest.get(1)));
            case "merge" ->
                    MergeCost.measure(
                            rest.isEmpty()
                                    ? List.of(10_000, 100_000)
                                    : rest.stream().map(Integer::valueOf).toList());
            case "ledger" ->
                    LedgerCost.measure(
                            rest.isEmpty() ? 100_000 : Integer.parseInt(rest.get(0)),
                            rest.size() < 2
                                    ? Files.createTempDirectory("casus-ledger")
                                    : Path.of(rest.get(1)));
            case "ingest" ->
                    Ingest.measure(
                            rest.isEmpty() ? 10_000 : Integer.parseInt(rest.get(0)),
                            rest.stream().skip(1).map(Path::of).toList());
            case "serve" -> {
                if (rest.isEmpty()) {
                    usage();
                }
                ServeCost.measure(
                        Path.of(rest.get(0)),
                        rest.size() < 2 ? 250 : Integer.parseInt(rest.get(1)));
            }
            case "pairs" -> Pairs.measure(Path.of(rest.isEmpty() ? PAIRS : rest.get(0)));
            default -> usage();
        }
    }

    private static void usage() {
        System.err.print(USAGE);
        System.exit(2);
    }
}
