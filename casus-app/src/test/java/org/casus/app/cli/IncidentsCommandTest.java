package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentsCommandTest {
    @TempDir private Path folder;

    private static String record(String id, String day, int killed) {
        return """
        {"casus":1,"document":{"id":"%1$s","key":"%1$s","outlet":"The %1$s","published":"2016-03-23","text":"A bomb killed."},
        "places":[{"id":"p1","name":"Mosul","kind":"settlement","country":"IRQ","latitude":36.335,"longitude":43.119,"precision":"exact"}],
        "times":[{"id":"t1","start":"%2$s","end":"%2$s","granularity":"day","timex":{"type":"DATE","value":"%2$s"}}],
        "events":[{"id":"e1","uid":"u-%1$s","type":"ASSAULT","mode":"explosives","factuality":"happened","certainty":"certain",
        "mentions":[{"trigger":{"start":2,"end":6,"text":"bomb"},"sentence":{"start":0,"end":14,"text":"A bomb killed."},"rule":"bomb"}],
        "time":"t1","places":[{"place":"p1"}],"harms":["h1"],"text":"Somebody bombed in Mosul"}],
        "harms":[{"id":"h1","event":"e1","outcome":"killed","victims":{"category":"unknown"},"count":{"low":%3$d,"best":%3$d,"high":%3$d}}]}
        """
                        .formatted(id, day, killed)
                        .replace("\n", "")
                + "\n";
    }

    private Path records(String... lines) throws IOException {
        return Files.writeString(folder.resolve("records.jsonl"), String.join("", lines));
    }

    @Test
    void putsTheReportsOfOneBombingTogether() throws IOException {
        Path file =
                records(
                        record("Post", "2016-03-22", 11),
                        record("Wire", "2016-03-22", 9),
                        record("Star", "2016-03-29", 4));

        Run run = Run.casus("incidents", "--format", "jsonl", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        Incident first = LedgerJson.incident(run.out().lines().toList().get(0));
        assertThat(run.out().lines()).hasSize(2);
        assertThat(first.accounts()).hasSize(2);
        assertThat(first.harms().get("killed")).extracting(Incident.Toll::best).isEqualTo(9);
    }

    @Test
    void tellsPeopleWhyAndWhatIsContested() throws IOException {
        Path file = records(record("Post", "2016-03-22", 11), record("Wire", "2016-03-22", 9));

        Run run = Run.casus("incidents", "--format", "text", "--policy", "latest", file.toString());

        assertThat(run.out())
                .contains("fair: 2 independent sources")
                .contains("9 to 11 (latest)")
                .contains("same day 2016-03-22 +25");
    }

    @Test
    void aLineThatIsNoRecordDoesNotStopTheOthers() throws IOException {
        Path file = records("{\"id\":\"x\"}\n", record("Post", "2016-03-22", 11));

        Run run = Run.casus("incidents", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        assertThat(run.err()).contains("records.jsonl:1: not a record");
        assertThat(run.out()).contains("u-Post");
    }

    @Test
    void aFileThatIsNotThereIsAMistake() {
        Run run = Run.casus("incidents", "nowhere.jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there is no file nowhere.jsonl");
    }
}
