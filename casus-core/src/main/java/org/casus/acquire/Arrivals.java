package org.casus.acquire;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.acquire.Arrival.Arrived;
import org.casus.acquire.Arrival.Input;
import org.casus.acquire.Arrival.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reports as they come in, one after the other: from files, from folders and all that is in them,
 * in the order of their names, from the lines of JSON Lines, from standard input. Nothing is read
 * before its turn, and what cannot be read is one {@link Unreadable} among the others.
 */
public final class Arrivals implements Iterator<Arrival>, AutoCloseable {
    /** The name that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** In folders, files of other kinds are passed over; one that is named is always tried. */
    private static final Set<String> KINDS =
            Set.of("txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson");

    /** How far standard input is looked into for its first letter. */
    private static final int LOOK_AHEAD = 4096;

    private final Document document = Document.load();
    private final InputStream standardInput;
    private final boolean counting;
    private final Deque<Source> waiting = new ArrayDeque<>();
    private final Set<Path> open = new HashSet<>();
    private @Nullable Lines lines;
    private @Nullable Arrival next;
    private int passedOver;

    /** Something that waits for its turn; a folder's last entry is followed by its end. */
    private record Source(String name, @Nullable Path path, boolean named, @Nullable Path end) {}

    /** JSON Lines that are being read. */
    private static final class Lines {
        private final String name;
        private final BufferedReader reader;
        private int number;

        Lines(String name, InputStream in) {
            this.name = name;
            this.reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        }
    }

    /**
     * @param names of files and folders, and {@code -} for standard input
     */
    public Arrivals(Collection<String> names, InputStream standardInput) {
        this(names, standardInput, false);
    }

    private Arrivals(Collection<String> names, InputStream standardInput, boolean counting) {
        this.standardInput = standardInput;
        this.counting = counting;
        for (String name : names) {
            waiting.add(new Source(name, null, true, null));
        }
    }

    /**
     * How many arrivals the names will come to, without reading more than the lines of JSON Lines;
     * empty where standard input is one of the names.
     */
    public static OptionalLong count(Collection<String> names) throws IOException {
        if (names.contains(STANDARD_INPUT)) {
            return OptionalLong.empty();
        }
        try (Arrivals arrivals = new Arrivals(names, InputStream.nullInputStream(), true)) {
            long count = 0;
            for (; arrivals.hasNext(); arrivals.next()) {
                count++;
            }
            return OptionalLong.of(count);
        }
    }

    /** How many files of the folders so far were passed over because they are no reports. */
    public int passedOver() {
        return passedOver;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (lines != null || !waiting.isEmpty())) {
            next = lines != null ? nextLine(lines) : arrive(waiting.remove());
        }
        return next != null;
    }

    @Override
    public Arrival next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Arrival arrival = next;
        next = null;
        return arrival;
    }

    @Override
    public void close() throws IOException {
        waiting.clear();
        if (lines != null) {
            lines.reader.close();
            lines = null;
        }
    }

    private @Nullable Arrival arrive(Source source) {
        if (source.end() != null) {
            open.remove(source.end());
            return null;
        }
        try {
            if (source.named() && source.name().equals(STANDARD_INPUT)) {
                return standardInput();
            }
            Path path = source.path() == null ? Path.of(source.name()) : source.path();
            if (Files.isDirectory(path)) {
                return unfold(source, path);
            }
            if (!Files.exists(path)) {
                return unreadable(source, "there is no such file or folder");
            }
            String kind = Document.kind(source.name());
            if (kind.equals("jsonl") || kind.equals("ndjson")) {
                lines = new Lines(source.name(), withoutMark(Files.newInputStream(path)));
                return null;
            }
            if (counting) {
                return unreadable(source, "is only counted");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return new Arrived(
                        document.read(in, fileName(path), source.name().replace('\\', '/')),
                        new Input(source.name(), null));
            }
        } catch (UnreadableException e) {
            return unreadable(source, e.reason());
        } catch (AccessDeniedException e) {
            return unreadable(source, "access is denied");
        } catch (InvalidPathException e) {
            return unreadable(source, "is no possible name of a file");
        } catch (IOException e) {
            return unreadable(source, "cannot be read: " + e.getMessage());
        }
    }

    /** Puts what a folder holds first in the queue, by name, so that any machine reads it alike. */
    private @Nullable Arrival unfold(Source folder, Path path) throws IOException {
        Path real = path.toRealPath();
        if (!open.add(real)) {
            return unreadable(folder, "is a folder within itself");
        }
        List<Path> entries;
        try (Stream<Path> list = Files.list(path)) {
            entries =
                    list.sorted(Comparator.comparing((Path p) -> fileName(p)).reversed()).toList();
        }
        waiting.addFirst(new Source(folder.name(), null, false, real));
        boolean any = false;
        for (Path entry : entries) {
            String name = fileName(entry);
            boolean folders = Files.isDirectory(entry);
            if (name.startsWith(".") || !folders && !KINDS.contains(Document.kind(name))) {
                passedOver += name.startsWith(".") ? 0 : 1;
                continue;
            }
            any = true;
            String base = folder.name().endsWith("/") ? folder.name() : folder.name() + "/";
            waiting.addFirst(new Source(base + name, entry, false, null));
        }
        return any || !folder.named()
                ? null
                : unreadable(
                        folder,
                        "holds no reports (."
                                + String.join(", .", KINDS.stream().sorted().toList())
                                + ")");
    }

    private @Nullable Arrival standardInput() throws IOException, UnreadableException {
        InputStream in = withoutMark(new BufferedInputStream(standardInput));
        in.mark(LOOK_AHEAD);
        int first = in.read();
        for (int seen = 1; seen < LOOK_AHEAD && Character.isWhitespace(first); seen++) {
            first = in.read();
        }
        in.reset();
        if (first == '{') {
            lines = new Lines(STANDARD_INPUT, in);
            return null;
        }
        Input input = new Input(STANDARD_INPUT, null);
        return new Arrived(document.read(in, input.toString(), null), input);
    }

    private @Nullable Arrival nextLine(Lines from) {
        try {
            String line = from.reader.readLine();
            if (line == null) {
                from.reader.close();
                lines = null;
                return null;
            }
            from.number++;
            return line.isBlank() ? null : line(line, new Input(from.name, from.number));
        } catch (IOException e) {
            lines = null;
            return new Unreadable(
                    new Input(from.name, from.number + 1), "cannot be read: " + e.getMessage());
        }
    }

    private Arrival line(String line, Input input) {
        if (counting) {
            return new Unreadable(input, "is only counted");
        }
        try {
            return new Arrived(ReportLines.report(line, input.toString()), input);
        } catch (UnreadableException e) {
            return new Unreadable(input, e.reason());
        }
    }

    private static Unreadable unreadable(Source source, String reason) {
        return new Unreadable(new Input(source.name(), null), reason);
    }

    private static InputStream withoutMark(InputStream raw) throws IOException {
        InputStream in = raw.markSupported() ? raw : new BufferedInputStream(raw);
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        boolean utf8 =
                mark.length == 3
                        && (mark[0] & 0xFF) == 0xEF
                        && (mark[1] & 0xFF) == 0xBB
                        && (mark[2] & 0xFF) == 0xBF;
        if (!utf8) {
            in.reset();
        }
        return in;
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
