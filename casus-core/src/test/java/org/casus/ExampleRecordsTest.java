package org.casus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.model.Report;
import org.casus.publish.JsonLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads each example report and compares its record with the one that somebody has read and
 * approved. When a change makes records better, read the difference and approve it:
 *
 * <pre>
 * ./mvnw -pl casus-core -Dtest=ExampleRecordsTest -Dapprove=true test
 * git diff casus-core/src/test/resources/approved
 * </pre>
 */
class ExampleRecordsTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
    private static final boolean APPROVE = Boolean.getBoolean("approve");

    static Stream<Report> examples() {
        return Readings.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_read_as_approved(Report report) throws IOException {
        String line = JsonLines.line(Readings.casus().read(report));
        assertThat(RecordContract.problems(line)).isEmpty();
        String record = Json.laidOut(Json.object(line));
        Path approved = approved(report);
        if (APPROVE) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, record);
        }
        String wanted = Files.readString(approved);
        if (!record.equals(wanted)) {
            fail(
                    "%s is read otherwise than approved; -Dapprove=true approves this:%n%s",
                    report.key(), difference(wanted, record));
        }
    }

    @Test
    void every_approved_record_has_its_example() throws IOException {
        Set<String> examples = new HashSet<>();
        Readings.examples().forEach(r -> examples.add(approved(r).getFileName().toString()));
        try (Stream<Path> records = Files.list(APPROVED)) {
            assertThat(examples).containsAll(records.map(r -> r.getFileName().toString()).toList());
        }
    }

    private static Path approved(Report report) {
        return APPROVED.resolve(report.key().replace(".txt", ".json"));
    }

    /** The lines that differ, between those in which both begin and end alike. */
    private static String difference(String wanted, String found) {
        List<String> before = wanted.lines().toList();
        List<String> after = found.lines().toList();
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        StringBuilder text = new StringBuilder("from line " + (start + 1) + "\n");
        before.subList(start, before.size() - end)
                .forEach(l -> text.append("- ").append(l).append('\n'));
        after.subList(start, after.size() - end)
                .forEach(l -> text.append("+ ").append(l).append('\n'));
        return text.toString();
    }
}
