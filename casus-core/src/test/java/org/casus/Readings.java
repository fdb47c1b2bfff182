package org.casus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.casus.acquire.Arrival.Arrived;
import org.casus.acquire.Arrivals;
import org.casus.model.Report;

/** What tests of whole reports share: one Casus, opened once for all of them, and the examples. */
final class Readings {
    private static final Path EXAMPLES = Path.of("..", "examples");

    private Readings() {}

    static Casus casus() {
        return Opened.CASUS;
    }

    /** The example reports, by name, as {@code casus read examples/} gets them. */
    static List<Report> examples() {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .map(Readings::example)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report example(Path file) {
        try (Arrivals arrivals =
                new Arrivals(List.of(file.toString()), InputStream.nullInputStream())) {
            Report r = ((Arrived) arrivals.next()).report();
            return new Report(
                    r.id(),
                    r.key(),
                    "examples/" + r.key(),
                    r.outlet(),
                    r.title(),
                    r.author(),
                    r.published(),
                    r.category(),
                    r.language(),
                    r.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Opened {
        static final Casus CASUS = Casus.open();
    }
}
