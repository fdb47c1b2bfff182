package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.web.Browsing.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More incidents on which accounts disagree than are looked through at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INCIDENT = Pattern.compile("href=\"/incidents/([0-9a-f]+)\"");
    private static final Pattern ONWARD =
            Pattern.compile("(?:rel=\"next\" )?href=\"([^\"]+)\">(?:next|older ones) →");
    private static final int MANY = 215;

    private final Browsing browsing;

    ClaimsTest(@TempDir Path folder) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String day = LocalDate.of(2000, 1, 1).plusDays(30L * i).toString();
            told.add(Told.killing(i + "a.txt", "One", 3 * i + 10, "Gao", "MLI", day));
            told.add(Told.killing(i + "b.txt", "Another", 3 * i + 11, "Gao", "MLI", day));
        }
        browsing = Browsing.of(folder, told).enter();
    }

    @AfterAll
    void close() {
        browsing.close();
    }

    @Test
    void all_of_them_are_come_by_from_page_to_page() {
        JsonNode first = JSON.readTree(browsing.get("/api/v1/claims").body());
        assertThat(first.path("found").intValue()).isEqualTo(MANY);
        assertThat(first.path("looked").intValue()).isEqualTo(200);

        Set<String> seen = new HashSet<>();
        String path = "/claims";
        for (int pages = 0; !path.isEmpty(); pages++) {
            assertThat(pages).isLessThan(20);
            String page = browsing.get(path).body();
            Matcher incident = INCIDENT.matcher(page);
            while (incident.find()) {
                assertThat(seen.add(incident.group(1))).as(path).isTrue();
            }
            path = onward(page);
        }
        assertThat(seen).hasSize(MANY);
    }

    /** The next page of the part, or else the next part. */
    private static String onward(String page) {
        Matcher link = ONWARD.matcher(page);
        String older = "";
        while (link.find()) {
            String to = link.group(1).replace("&amp;", "&");
            if (link.group().startsWith("rel")) {
                return to;
            }
            older = to;
        }
        return older;
    }

    @Test
    void a_part_says_where_it_is_and_leads_back() {
        String second = browsing.get("/claims?page=11").body();

        assertThat(second)
                .contains("201–" + MANY + " of them", "← newer ones")
                .doesNotContain("older ones");
        assertThat(browsing.get("/claims").body())
                .contains("1–200 of them", "older ones →")
                .doesNotContain("newer ones");
        assertThat(browsing.get("/claims?page=99").statusCode()).isEqualTo(200);
    }
}
