package org.casus.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the frame files. The format is told in docs/how-to/add-a-frame.md. */
public final class Frames {
    private static final String FOLDER = "event/frames/";
    private static final Set<String> KEYS =
            Set.of(
                    "frame",
                    "type",
                    "mode",
                    "verbs",
                    "nouns",
                    "adjectives",
                    "agents",
                    "source",
                    "target",
                    "objects",
                    "instruments",
                    "about",
                    "noun-source",
                    "noun-target",
                    "noun-objects",
                    "noun-instruments",
                    "noun-about",
                    "harm",
                    "symmetric",
                    "about-factuality",
                    "contexts",
                    "cameo",
                    "acled",
                    "only",
                    "alone",
                    "unless",
                    "examples",
                    "not");
    private static final Map<Role, String> ROLE_KEYS =
            new EnumMap<>(
                    Map.of(
                            Role.SOURCE, "source",
                            Role.TARGET, "target",
                            Role.OBJECT, "objects",
                            Role.INSTRUMENT, "instruments",
                            Role.ABOUT, "about"));

    private final String file;
    private final Problems problems;

    private Frames(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** All frames, in the order of the files named in {@code event/frames/files}. */
    public static List<Frame> load(Problems problems) {
        return load(files(), problems);
    }

    /** The frames of some files, named as below {@code org/casus/en/}. */
    static List<Frame> load(List<String> files, Problems problems) {
        List<Frame> frames = new ArrayList<>();
        Map<String, Frame> names = new HashMap<>();
        for (String name : files) {
            Frames reader = new Frames(name, problems);
            for (Frame f : reader.read()) {
                Frame earlier = names.putIfAbsent(f.name(), f);
                if (earlier != null) {
                    problems.add(
                            f.file(),
                            f.line(),
                            "frame "
                                    + f.name()
                                    + " is also at "
                                    + earlier.file()
                                    + ":"
                                    + earlier.line());
                }
                frames.add(f);
            }
        }
        return frames;
    }

    static List<String> files() {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Table.open(FOLDER + "files"), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> FOLDER + l)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Frame> read() {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setCodePointLimit(8 << 20).build();
        try (InputStream in = Table.open(file)) {
            Node root = new Compose(settings).composeInputStream(in).orElse(null);
            if (!(root instanceof SequenceNode list)) {
                problems.add(file, 1, "is not a list of frames");
                return List.of();
            }
            List<Frame> frames = new ArrayList<>();
            for (Node node : list.getValue()) {
                if (node instanceof MappingNode map) {
                    frames.add(frame(map));
                } else {
                    problems.add(file, line(node), "is not a frame");
                }
            }
            return frames;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            problems.add(file, line, "is not YAML: " + e.getProblem());
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private Frame frame(MappingNode map) {
        Map<String, Node> at = new LinkedHashMap<>();
        for (NodeTuple pair : map.getValue()) {
            String key = text(pair.getKeyNode());
            if (!KEYS.contains(key)) {
                problems.add(
                        file,
                        line(pair.getKeyNode()),
                        "key " + key + " is not one of " + KEYS.stream().sorted().toList());
            }
            at.put(key, pair.getValueNode());
        }
        String name = text(at.get("frame"));
        String type = text(at.get("type"));
        if (name.isEmpty() || type.isEmpty()) {
            problems.add(file, line(map), "a frame needs a name and a type");
        }
        String mode = orNull(at.get("mode"));
        if (!Ontology.isType(type)) {
            problems.add(file, line(map), name + ": " + type + " is not a type");
        } else if (mode != null && !Ontology.isMode(type, mode)) {
            problems.add(file, line(map), name + ": " + mode + " is not a mode of " + type);
        }
        Frame frame =
                new Frame(
                        name,
                        type,
                        mode,
                        list(at.get("verbs")),
                        list(at.get("nouns")),
                        list(at.get("adjectives")),
                        list(at.get("agents")),
                        slots(
                                at,
                                "",
                                Map.of(
                                        Role.SOURCE, List.of("subject"),
                                        Role.TARGET, List.of("object"),
                                        Role.INSTRUMENT, List.of("with", "using"))),
                        slots(at, "noun-", nounDefaults(at)),
                        constant(Harm.Outcome.class, at.get("harm")),
                        text(at.get("symmetric")).equals("true"),
                        constant(Factuality.class, at.get("about-factuality")),
                        text(at.get("alone")).equals("true"),
                        list(at.get("contexts")),
                        orNull(at.get("cameo")),
                        orNull(at.get("acled")),
                        constraints(at.get("only")),
                        constraints(at.get("unless")),
                        list(at.get("examples")),
                        list(at.get("not")),
                        file,
                        line(map));
        check(frame);
        return frame;
    }

    private void check(Frame f) {
        List<String> faults = new ArrayList<>();
        if (f.examples().size() < 2) {
            faults.add("has fewer than two examples");
        }
        if (f.not().isEmpty()) {
            faults.add("has no counter-example");
        }
        List<String> words =
                Stream.of(f.verbs(), f.nouns(), f.adjectives(), f.agents())
                        .flatMap(List::stream)
                        .toList();
        if (words.stream().allMatch(String::isEmpty)) {
            faults.add("has no words");
        }
        for (List<String> kind : List.of(f.verbs(), f.nouns(), f.adjectives(), f.agents())) {
            Set<String> seen = new HashSet<>();
            kind.stream().filter(w -> !seen.add(w)).forEach(w -> faults.add("has " + w + " twice"));
        }
        f.contexts().stream()
                .filter(c -> !Ontology.isContext(c))
                .forEach(c -> faults.add(c + " is not in event/contexts.table"));
        if (f.acled() != null && !Ontology.isAcled(f.acled())) {
            faults.add(f.acled() + " is not in event/acled.table");
        }
        if (f.cameo() != null && !f.cameo().matches("[0-9]{2,4}")) {
            faults.add("\"" + f.cameo() + "\" is not a CAMEO code");
        }
        faults.addAll(Constraints.faults(f.only()));
        faults.addAll(Constraints.faults(f.unless()));
        faults.forEach(fault -> problems.add(file, f.line(), f.name() + ": " + fault));
    }

    /**
     * What a noun takes from its verb: the prepositions, and "of", "by", possessors and compounds
     * for subject and object.
     */
    private Map<Role, List<String>> nounDefaults(Map<String, Node> at) {
        Map<Role, List<String>> slots = new EnumMap<>(Role.class);
        boolean symmetric = text(at.get("symmetric")).equals("true");
        slots.put(
                Role.SOURCE,
                symmetric
                        ? List.of("subject", "between", "poss", "by", "of", "compound")
                        : List.of("subject", "poss", "by", "compound", "from"));
        List<String> target =
                new ArrayList<>(
                        symmetric
                                ? List.of("with", "and", "against")
                                : List.of("of", "against", "on", "compound"));
        for (String slot : list(at.get("target"))) {
            String ofNoun = slot.startsWith("object.") ? "of" + slot.substring(6) : slot;
            if (!slot.equals("object")
                    && !slot.equals("subject")
                    && !slot.equals("recipient")
                    && !target.contains(ofNoun)) {
                target.add(ofNoun);
            }
        }
        slots.put(Role.TARGET, target);
        List<String> about = new ArrayList<>();
        for (String slot : list(at.get("about"))) {
            about.add(slot.equals("object") ? "of" : slot);
        }
        slots.put(Role.ABOUT, about);
        slots.put(
                Role.OBJECT,
                list(at.get("objects")).stream().map(s -> s.equals("object") ? "of" : s).toList());
        slots.put(Role.INSTRUMENT, List.of("with", "using", "compound"));
        return slots;
    }

    private Map<Role, List<String>> slots(
            Map<String, Node> at, String prefix, Map<Role, List<String>> defaults) {
        Map<Role, List<String>> slots = new EnumMap<>(Role.class);
        ROLE_KEYS.forEach(
                (role, key) -> {
                    Node node = at.get(prefix + key);
                    List<String> found =
                            node == null ? defaults.getOrDefault(role, List.of()) : list(node);
                    if (!found.isEmpty()) {
                        slots.put(role, found);
                    }
                });
        return slots;
    }

    private Map<String, List<String>> constraints(@Nullable Node node) {
        if (node == null) {
            return Map.of();
        }
        Map<String, List<String>> constraints = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple pair : map.getValue()) {
                constraints.put(text(pair.getKeyNode()), list(pair.getValueNode()));
            }
        } else {
            problems.add(file, line(node), "a constraint is a map from slot to words");
        }
        return constraints;
    }

    private List<String> list(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::text).toList();
        }
        return List.of(text(node));
    }

    private String text(@Nullable Node node) {
        if (node == null) {
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        problems.add(file, line(node), "plain text is wanted here");
        return "";
    }

    private @Nullable String orNull(@Nullable Node node) {
        String text = text(node);
        return text.isEmpty() || text.equals("null") ? null : text;
    }

    private <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable Node node) {
        String text = text(node);
        if (text.isEmpty()) {
            return null;
        }
        for (E e : type.getEnumConstants()) {
            if (e.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return e;
            }
        }
        problems.add(
                file,
                node == null ? 0 : line(node),
                text + " is not one of " + List.of(type.getEnumConstants()));
        return null;
    }

    private static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }
}
