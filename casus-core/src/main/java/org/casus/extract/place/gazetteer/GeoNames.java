package org.casus.extract.place.gazetteer;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads dumps of GeoNames into a packer: the table of places (allCountries, cities500, a country's
 * file) and the table of alternate names, as text or zipped, told apart by the number of their
 * columns. A line that makes no sense is reported and passed over.
 */
public final class GeoNames {
    /** Columns of the table of places. */
    private static final int PLACE_COLUMNS = 19;

    /** Columns of the table of alternate names, old and new. */
    private static final int LEAST_NAME_COLUMNS = 4;

    private static final int MOST_NAME_COLUMNS = 10;

    /** What stands for a language where there is no name but a link, a postal code or the like. */
    private static final Set<String> NO_LANGUAGE =
            Set.of(
                    "link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "abbr", "phon",
                    "piny", "fr_1793");

    /** Lines between two reports of progress. */
    private static final int STEP = 20_000;

    private final Packer packer;
    private final Gazetteer earlier;
    private final Gazetteer builtIn;
    private final Listener listener;
    private final BitSet taken = new BitSet();
    private long places;
    private long names;
    private long passedOver;
    private long bad;

    /** Hears how far a dump is read, and what is wrong with it. */
    public interface Listener {
        /**
         * @param share how much of the file is read, from 0 to 1
         */
        void at(Path file, double share);

        /** A line that could not be read, counted from 1, and why. */
        void bad(Path file, long line, String why);
    }

    /**
     * What a dump came to.
     *
     * @param places entries taken
     * @param names other names taken
     * @param passedOver lines about what reports of conflict do not name, names in letters other
     *     than Latin, and names of places that are neither here nor in the dumps before
     * @param bad lines that make no sense
     */
    public record Result(long places, long names, long passedOver, long bad) {}

    /**
     * @param earlier entries that the packer has already
     * @param builtIn entries of Casus itself; one to which an alternate name belongs is packed too
     */
    public GeoNames(Packer packer, Gazetteer earlier, Gazetteer builtIn, Listener listener) {
        this.packer = packer;
        this.earlier = earlier;
        this.builtIn = builtIn;
        this.listener = listener;
    }

    /**
     * Reads one dump, after others if there are several.
     *
     * @throws IOException if the file cannot be read, or is no dump at all
     */
    public Result read(Path file) throws IOException {
        places = 0;
        names = 0;
        passedOver = 0;
        bad = 0;
        long size = Math.max(1, Files.size(file));
        listener.at(file, 0);
        try (Counting counted = new Counting(Files.newInputStream(file));
                InputStream text = text(file, counted)) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(text, StandardCharsets.UTF_8), 1 << 16);
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number % STEP == 0) {
                    listener.at(file, Math.min(1, counted.count / (double) size));
                }
                String wrong = line.isBlank() || line.startsWith("#") ? null : line(line);
                if (wrong != null) {
                    bad++;
                    listener.bad(file, number, wrong);
                }
            }
            listener.at(file, 1);
        }
        if (places + names + passedOver == 0) {
            throw new IOException(
                    file
                            + " is no dump of GeoNames: it has no line of "
                            + PLACE_COLUMNS
                            + " columns (places) or of "
                            + LEAST_NAME_COLUMNS
                            + " to "
                            + MOST_NAME_COLUMNS
                            + " (alternate names), set apart by tabs");
        }
        return new Result(places, names, passedOver, bad);
    }

    private static InputStream text(Path file, InputStream in) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return in;
        }
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
            String name = e.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith(".txt")
                    && !name.endsWith("readme.txt")
                    && !name.endsWith("isolanguagecodes.txt")) {
                return zip;
            }
        }
        throw new IOException(file + " holds no table (*.txt)");
    }

    /** What is wrong with a line; null when nothing is. */
    private @Nullable String line(String line) {
        List<String> cells = split(line);
        if (cells.size() == PLACE_COLUMNS) {
            return place(cells);
        }
        if (cells.size() >= LEAST_NAME_COLUMNS && cells.size() <= MOST_NAME_COLUMNS) {
            return name(cells);
        }
        return cells.size()
                + (cells.size() == 1 ? " column" : " columns")
                + ", but places have "
                + PLACE_COLUMNS
                + " and alternate names "
                + LEAST_NAME_COLUMNS
                + " to "
                + MOST_NAME_COLUMNS;
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>(PLACE_COLUMNS);
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            cells.add(line.substring(from, tab));
            from = tab + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    private @Nullable String place(List<String> cells) {
        Integer id = integer(cells.get(0));
        if (id == null) {
            return "id " + quoted(cells.get(0)) + " is no number";
        }
        String name = cells.get(1).strip();
        if (Spelling.fold(name).isEmpty()) {
            name = cells.get(2).strip();
        }
        if (name.isEmpty()) {
            return "place " + id + " has no name";
        }
        Double latitude = degrees(cells.get(4), 90);
        Double longitude = degrees(cells.get(5), 180);
        if (latitude == null || longitude == null) {
            return "position "
                    + quoted(cells.get(4))
                    + ", "
                    + quoted(cells.get(5))
                    + " is nowhere on the globe";
        }
        String country = cells.get(8).strip();
        if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
            return "country " + quoted(country) + " is no ISO 3166-1 alpha-2 code";
        }
        Long population = cells.get(14).isBlank() ? Long.valueOf(0) : number(cells.get(14));
        if (population == null || population < 0) {
            return "population " + quoted(cells.get(14)) + " is no number of people";
        }
        Entry.Kind kind = Entry.Kind.of(cells.get(6), cells.get(7));
        if (kind == null) {
            passedOver++;
            return null;
        }
        packer.add(
                new Entry(
                        id,
                        name,
                        country,
                        cells.get(10).strip(),
                        kind,
                        (int) Math.min(Integer.MAX_VALUE, population),
                        latitude,
                        longitude));
        taken.set(id);
        places++;
        alias(id, cells.get(2));
        for (String other : cells.get(3).split(",")) {
            alias(id, other);
        }
        return null;
    }

    private @Nullable String name(List<String> cells) {
        Integer id = integer(cells.get(1));
        if (integer(cells.get(0)) == null || id == null) {
            return "ids " + quoted(cells.get(0)) + ", " + quoted(cells.get(1)) + " are no numbers";
        }
        if (cells.get(3).isBlank()) {
            return "no name for place " + id;
        }
        if (NO_LANGUAGE.contains(cells.get(2)) || !isKnown(id) || !alias(id, cells.get(3))) {
            passedOver++;
        }
        return null;
    }

    /** Whether there is an entry of this id; one that only Casus itself has is taken over. */
    private boolean isKnown(int id) {
        if (taken.get(id)) {
            return true;
        }
        Entry known = earlier.withId(id);
        if (known == null) {
            known = builtIn.withId(id);
            if (known != null) {
                packer.add(known);
            }
        }
        taken.set(id, known != null);
        return known != null;
    }

    /** Takes another name if it is in Latin letters and no mere code. */
    private boolean alias(int id, String name) {
        String bare = name.strip();
        if (bare.length() < 3 || bare.length() > 80 || !isLatin(bare) || isCode(bare)) {
            return false;
        }
        packer.alias(id, bare);
        names++;
        return true;
    }

    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(
                        c ->
                                Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                                        || Character.getType(c) == Character.MODIFIER_LETTER);
    }

    /** "TIP", "HLLT": airports and the like, whose codes would be words in capitals. */
    private static boolean isCode(String name) {
        return name.length() <= 4 && name.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static @Nullable Integer integer(String cell) {
        Long number = number(cell);
        return number == null || number < 0 || number > Integer.MAX_VALUE
                ? null
                : Integer.valueOf(number.intValue());
    }

    private static @Nullable Long number(String cell) {
        try {
            return Long.valueOf(cell.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double degrees(String cell, double most) {
        try {
            double degrees = Double.parseDouble(cell.strip());
            return Math.abs(degrees) <= most ? Double.valueOf(degrees) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String quoted(String cell) {
        return "'" + (cell.length() > 40 ? cell.substring(0, 40) + "…" : cell) + "'";
    }

    /** Counts the bytes that were read. */
    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
