package org.casus.analyze;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where Casus keeps what it can make again: {@code CASUS_CACHE}, else the folder for caches that
 * the system has for its user.
 */
final class CacheFolder {
    private CacheFolder() {}

    static Path ofUser() {
        return of(System.getenv(), System.getProperties());
    }

    static Path of(Map<String, String> environment, Properties system) {
        String own = environment.getOrDefault("CASUS_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(system.getProperty("user.home", "."));
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path base = local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return base.resolve("casus").resolve("cache");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("casus");
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The specification of base directories has relative paths ignored.
        boolean usable = !xdg.isBlank() && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".cache")).resolve("casus");
    }
}
