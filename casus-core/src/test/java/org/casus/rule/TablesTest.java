package org.casus.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.rule.Match.Kind;
import org.junit.jupiter.api.Test;

/** Whether the tables and frames that come with the program are whole and sound. */
class TablesTest {
    private static final Path ROOT = root();

    private static Path root() {
        try {
            return Path.of(
                            Objects.requireNonNull(Frames.class.getResource("/org/casus/en/event"))
                                    .toURI())
                    .resolve("..")
                    .normalize();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.map(p -> ROOT.relativize(p).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void tables_have_no_fault() throws IOException {
        Problems problems = new Problems();
        for (String file : files(".table")) {
            checkLetters(file, problems);
            checkEntries(file, problems);
        }
        Lexicon.load(problems);
        LightVerbs.load(problems);
        assertThat(problems.all()).isEmpty();
    }

    private static void checkLetters(String file, Problems problems) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve(file));
        if (!lines.get(0).startsWith("#")) {
            problems.add(file, 1, "does not begin with a comment that says what it is");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).indexOf('\t') >= 0) {
                problems.add(file, i + 1, "has a tab");
            }
            if (!lines.get(i).stripTrailing().equals(lines.get(i))) {
                problems.add(file, i + 1, "ends with blanks");
            }
        }
    }

    /** The columns that only say something about an entry; the others tell it from the rest. */
    private static final Set<String> SAYING =
            Set.of("note", "definition", "meaning", "certainty", "sectors", "category", "aliases");

    private static void checkEntries(String file, Problems problems) throws IOException {
        List<String> header =
                Files.readAllLines(ROOT.resolve(file)).stream()
                        .filter(l -> !l.isBlank() && !l.startsWith("#"))
                        .findFirst()
                        .map(l -> List.of(l.split(" *\\| *", -1)))
                        .orElse(List.of());
        Set<String> seen = new HashSet<>();
        Table.read(
                file,
                problems,
                row -> {
                    List<String> key =
                            header.stream().filter(c -> !SAYING.contains(c)).map(row::get).toList();
                    if (!seen.add(key.toString())) {
                        row.problem(row.get(header.get(0)) + " stands twice");
                    }
                });
    }

    @Test
    void frames_have_no_fault() {
        Problems problems = new Problems();
        Frames.load(problems).forEach(TablesTest::readExamples);
        assertThat(problems.all()).isEmpty();
    }

    private static void readExamples(Frame frame) {
        assertThat(FrameExample.of(frame)).isNotEmpty();
    }

    @Test
    void all_frame_files_are_listed() throws IOException {
        assertThat(Frames.files())
                .isSorted()
                .isEqualTo(
                        files(".yaml").stream()
                                .filter(f -> f.startsWith("event/frames/"))
                                .toList());
    }

    @Test
    void a_word_stands_in_two_frames_only_if_a_condition_tells_them_apart() {
        Map<String, List<Frame>> byWord = new TreeMap<>();
        for (Frame f : Frames.load(new Problems())) {
            words(f).forEach(w -> byWord.computeIfAbsent(w, k -> new ArrayList<>()).add(f));
        }
        List<String> twice = new ArrayList<>();
        byWord.forEach(
                (word, frames) -> {
                    List<Frame> open =
                            frames.stream()
                                    .filter(f -> f.only().isEmpty() && f.unless().isEmpty())
                                    .toList();
                    if (open.size() > 1) {
                        twice.add(
                                word
                                        + " in "
                                        + frames.stream()
                                                .map(f -> f.file() + " " + f.name())
                                                .toList());
                    }
                });
        assertThat(twice).isEmpty();
    }

    private static Stream<String> words(Frame f) {
        return Stream.of(
                        words(f.verbs(), Kind.VERB),
                        words(f.nouns(), Kind.NOUN),
                        words(f.adjectives(), Kind.ADJECTIVE),
                        words(f.agents(), Kind.NOUN))
                .flatMap(s -> s);
    }

    private static Stream<String> words(List<String> words, Kind kind) {
        return words.stream().map(w -> kind + " " + w.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void there_are_enough_entries() throws IOException {
        List<Frame> frames = Frames.load(new Problems());
        Set<String> words = new HashSet<>();
        frames.forEach(f -> words(f).forEach(w -> words.add(w.substring(w.indexOf(' ') + 1))));
        StringBuilder told = new StringBuilder();
        told.append(frames.size()).append(" frames with ").append(words.size());
        told.append(" words\n");
        Map<String, Integer> rows = new HashMap<>();
        for (String file : files(".table")) {
            Table.read(file, new Problems(), row -> rows.merge(file, 1, Integer::sum));
        }
        rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(
                        e -> told.append(e.getValue()).append(' ').append(e.getKey()).append('\n'));
        System.out.print(told);
        assertThat(frames).hasSizeGreaterThanOrEqualTo(300);
        assertThat(words).hasSizeGreaterThanOrEqualTo(2500);
        assertThat(rows.get("claim/cues.table")).isGreaterThanOrEqualTo(300);
        assertThat(rows.get("event/weapons.table")).isGreaterThanOrEqualTo(250);
        assertThat(rows.get("actor/people.table")).isGreaterThanOrEqualTo(200);
        assertThat(rows.get("actor/groups.table")).isGreaterThanOrEqualTo(400);
        assertThat(rows.get("actor/countries.table")).isGreaterThanOrEqualTo(249);
    }

    @Test
    void every_planted_fault_is_told_at_once_with_file_and_line() {
        Problems problems = new Problems();
        Table.read("planted/faults.table", problems, row -> {});
        Frames.load(List.of("planted/faults.yaml", "planted/not-yaml.yaml"), problems);
        assertThat(problems.all())
                .map(p -> p.replaceAll(" one of .*", " one of …"))
                .containsExactly(
                        "planted/faults.table:5: 2 cells where the header has 3",
                        "planted/faults.table:6: 4 cells where the header has 3",
                        "planted/faults.yaml:12: wrong-type: ATTACK is not a type",
                        "planted/faults.yaml:26: key colour is not one of …",
                        "planted/faults.yaml:18: wrong-words: bribery is not a mode of ASSAULT",
                        "planted/faults.yaml:22: annoyed is not one of …",
                        "planted/faults.yaml:18: wrong-words: has fewer than two examples",
                        "planted/faults.yaml:18: wrong-words: has no counter-example",
                        "planted/faults.yaml:18: wrong-words: has hew twice",
                        "planted/faults.yaml:18: wrong-words: sports is not in"
                                + " event/contexts.table",
                        "planted/faults.yaml:18: wrong-words: Quarrel is not in event/acled.table",
                        "planted/faults.yaml:18: wrong-words: \"19x\" is not a CAMEO code",
                        "planted/faults.yaml:18: wrong-words: \"@persons\" is neither a word nor"
                                + " one of …",
                        "planted/faults.yaml:36: is not a frame",
                        "planted/faults.yaml:30: frame sound is also at planted/faults.yaml:3",
                        "planted/not-yaml.yaml:3: is not YAML: expected ',' or ']', but got :");
        assertThatIllegalStateException()
                .isThrownBy(problems::throwIfAny)
                .withMessageContaining("16 problems in the tables")
                .withMessageContaining("planted/faults.yaml:36");
    }
}
