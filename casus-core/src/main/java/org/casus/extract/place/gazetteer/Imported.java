package org.casus.extract.place.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.casus.rule.Table;

/**
 * The places that the user added from dumps of GeoNames: one packed file, {@code CASUS_GAZETTEER}
 * or {@code places.gazetteer} in the folder that the system has for its user's data.
 */
public final class Imported {
    private final Path file;

    private Imported(Path file) {
        this.file = file;
    }

    public static Imported ofUser() {
        return at(file(System.getenv(), System.getProperties()));
    }

    public static Imported at(Path file) {
        return new Imported(file);
    }

    static Path file(Map<String, String> environment, Properties system) {
        String own = environment.getOrDefault("CASUS_GAZETTEER", "");
        if (!own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(system.getProperty("user.home", "."));
        Path base;
        if (os.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            base =
                    roaming.isBlank()
                            ? home.resolve("AppData").resolve("Roaming")
                            : Path.of(roaming);
        } else if (os.startsWith("mac")) {
            base = home.resolve("Library").resolve("Application Support");
        } else {
            String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
            // The specification of base directories has relative paths ignored.
            boolean usable = !xdg.isBlank() && Path.of(xdg).isAbsolute();
            base = usable ? Path.of(xdg) : home.resolve(".local").resolve("share");
        }
        return base.resolve("casus").resolve("places.gazetteer");
    }

    public Path file() {
        return file;
    }

    /**
     * What was imported so far; nothing where nothing was.
     *
     * @throws IllegalStateException if the file is no gazetteer, or one of another version of Casus
     */
    public Gazetteer open() {
        if (!Files.exists(file)) {
            return Gazetteer.EMPTY;
        }
        try {
            return Gazetteer.map(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file
                            + " cannot be read ("
                            + e.getMessage()
                            + "); delete it and import your dumps again",
                    e);
        }
    }

    /** The places that come with Casus. */
    public static Gazetteer builtIn() {
        try (InputStream in = Table.open("place/settlements.gazetteer")) {
            return Gazetteer.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("settlements.gazetteer", e);
        }
    }

    /**
     * Adds dumps to what was imported before, all of them or, if one fails, nothing. An entry with
     * the id of an earlier one takes its place. Alternate names must come after the places they
     * belong to.
     *
     * @return what each dump came to
     * @throws IOException if a dump cannot be read or the result not be written
     */
    public List<GeoNames.Result> add(List<Path> dumps, GeoNames.Listener listener)
            throws IOException {
        Packer packer = new Packer();
        Gazetteer earlier = open();
        earlier.copyTo(packer);
        GeoNames reader = new GeoNames(packer, earlier, builtIn(), listener);
        List<GeoNames.Result> results = new ArrayList<>();
        for (Path dump : dumps) {
            results.add(reader.read(dump));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file that could be written");
        }
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "places", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                packer.write(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return results;
    }

    /** Takes back all imports. */
    public boolean forget() throws IOException {
        return Files.deleteIfExists(file);
    }
}
