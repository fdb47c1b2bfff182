package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private static final Path HOME = Path.of("/home/ann").toAbsolutePath();

    private static Path folder(String os, Map<String, String> environment) {
        Properties system = new Properties();
        system.setProperty("os.name", os);
        system.setProperty("user.home", HOME.toString());
        return CacheFolder.of(environment, system);
    }

    @Test
    void the_own_variable_comes_first_everywhere() {
        Path own = Path.of("/data/casus").toAbsolutePath();
        for (String os : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(folder(os, Map.of("CASUS_CACHE", own.toString(), "XDG_CACHE_HOME", "/x")))
                    .isEqualTo(own);
        }
    }

    @Test
    void every_system_has_its_place_for_caches() {
        assertThat(folder("Linux", Map.of())).isEqualTo(HOME.resolve(".cache/casus"));
        assertThat(folder("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Caches/casus"));
        assertThat(folder("Windows 11", Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/casus/cache"));
        assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/casus/cache"));
    }

    @Test
    void an_absolute_xdg_folder_counts_and_a_relative_one_does_not() {
        Path xdg = Path.of("/var/cache/ann").toAbsolutePath();
        assertThat(folder("Linux", Map.of("XDG_CACHE_HOME", xdg.toString())))
                .isEqualTo(xdg.resolve("casus"));
        assertThat(folder("Linux", Map.of("XDG_CACHE_HOME", "caches")))
                .isEqualTo(HOME.resolve(".cache/casus"));
    }

    @Test
    void blank_variables_are_as_good_as_none() {
        assertThat(folder("Linux", Map.of("CASUS_CACHE", " ", "XDG_CACHE_HOME", "")))
                .isEqualTo(HOME.resolve(".cache/casus"));
    }
}
