package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.casus.app.http.Access;
import org.casus.app.http.Passwords;
import org.casus.app.view.Desk;
import org.casus.app.web.Browsing.Told;
import org.casus.store.Person.Rank;
import org.casus.store.Team;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;

/** The workbench in a real browser. Pictures of its pages are left in target/screenshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "org.casus.app.web.Chromium#there",
        disabledReason =
                "no Chromium with its chromedriver in /usr/bin: apt-get install chromium"
                        + " chromium-driver")
class BrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    /**
     * Every text that is seen, and whose contrast with what is behind it is less than WCAG's AA
     * asks for: 4.5, or 3 for large letters. Colours are painted on a canvas to get at their
     * numbers in whatever way they are written.
     */
    private static final String FAINT =
            """
            const context = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
                .getContext('2d', {willReadFrequently: true});
            const over = (below, colour) => {
                context.globalCompositeOperation = 'source-over';
                context.fillStyle = 'rgb(' + below.join(' ') + ')';
                context.fillRect(0, 0, 1, 1);
                context.fillStyle = colour;
                context.fillRect(0, 0, 1, 1);
                return Array.from(context.getImageData(0, 0, 1, 1).data).slice(0, 3);
            };
            const base = matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
            const behind = (element) => {
                const above = element.parentElement ? behind(element.parentElement) : base;
                return over(above, getComputedStyle(element).backgroundColor);
            };
            const light = (colour) => {
                const [r, g, b] = colour.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const faint = new Set();
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const element = walk.currentNode.parentElement;
                if (!walk.currentNode.data.trim() || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})
                        || element.matches('option, .skip, :disabled')) {
                    continue;
                }
                const style = getComputedStyle(element);
                const below = behind(element);
                const a = light(over(below, style.color)), b = light(below);
                const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
                if (contrast < (large ? 3 : 4.5)) {
                    faint.add(element.localName + '.' + element.className + ' ' + contrast.toFixed(2)
                        + ' "' + walk.currentNode.data.trim().slice(0, 30) + '"');
                }
            }
            return Array.from(faint);
            """;

    /** Pages that count, and print no word of a report. */
    private static final Set<String> NAMELESS =
            Set.of("/timeline", "/claims", "/review", "/network");

    private static final String PAINTED = "return performance.getEntriesByType('paint').length > 0";

    private final Path folder;
    private final Chromium chromium;

    BrowserTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.chromium = Chromium.start(Files.createDirectory(folder.resolve("profile")));
    }

    @BeforeAll
    void somewhere_for_pictures() throws IOException {
        Files.createDirectories(PICTURES);
    }

    @BeforeEach
    void afresh() {
        chromium.ignorePolicy(false);
        chromium.dark(false);
        chromium.wide(1400);
        chromium.asked();
        chromium.complaints();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private Browsing killings(String name, int many) throws IOException {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            told.add(
                    Told.killing(
                            i + ".txt",
                            i + 3 + " die",
                            i + 3,
                            "Gao",
                            "MLI",
                            "2019-0" + (i + 1) + "-26"));
        }
        return Browsing.of(Files.createDirectory(folder.resolve(name)), told);
    }

    private void open(Browsing browsing, String path) {
        visit(browsing.workbench.origin() + path);
    }

    private void visit(String address) {
        chromium.driver.get(address);
        awaitPaint();
    }

    /** A browser drops keys that are pressed before a page's first paint. */
    private void awaitPaint() {
        assertThat(comes(PAINTED)).as("painted").isTrue();
    }

    private boolean comes(String script) {
        return Waiting.forIt(() -> Boolean.TRUE.equals(script(script)));
    }

    private @Nullable Object script(String script) {
        return chromium.driver.executeScript(script);
    }

    private String path() {
        return String.valueOf(script("return location.pathname"));
    }

    private void picture(String name) throws IOException {
        Files.write(PICTURES.resolve(name + ".png"), chromium.picture());
    }

    private void press(CharSequence... keys) {
        new Actions(chromium.driver).sendKeys(keys).perform();
    }

    /** Waits until a page stands there whole of which a condition holds. */
    private void await(String what, String condition) {
        assertThat(comes("return document.readyState === 'complete' && (" + condition + ")"))
                .as(what)
                .isTrue();
        awaitPaint();
    }

    private void onlyOwn(Browsing browsing) {
        assertThat(chromium.asked())
                .isNotEmpty()
                .allSatisfy(
                        address ->
                                assertThat(address)
                                        .matches(
                                                "("
                                                        + browsing.workbench.origin()
                                                        + "/|data:|about:|blob:).*"));
    }

    // ---- every page

    @Test
    void every_page_is_quiet_legible_and_at_home() throws IOException {
        try (Browsing browsing = killings("pages", 4).enter()) {
            visit(browsing.workbench.address());
            List<String> paths = pages(browsing);
            for (String look : List.of("light", "dark", "narrow")) {
                chromium.dark(look.equals("dark"));
                chromium.wide(look.equals("narrow") ? 400 : 1400);
                for (String path : paths) {
                    open(browsing, path);
                    String name =
                            path.replaceAll("[0-9a-f]{12,}", "one").replaceAll("[^a-z0-9]+", "-");
                    picture(look + name);
                    assertThat((List<?>) Objects.requireNonNull(script(FAINT)))
                            .as("%s, %s", path, look)
                            .isEmpty();
                    assertThat(
                                    script(
                                            "return document.documentElement.scrollWidth <="
                                                    + " document.documentElement.clientWidth"))
                            .as("%s, %s: nothing stands beyond the edge", path, look)
                            .isEqualTo(true);
                }
            }
            assertThat(chromium.complaints()).isEmpty();
            onlyOwn(browsing);
        }
    }

    /** All pages that can be opened without a name, and one of each kind that needs one. */
    private static List<String> pages(Browsing browsing) {
        List<String> paths = new ArrayList<>();
        browsing.workbench.routes().stream()
                .filter(route -> route.safe() && !route.path().contains("{"))
                .map(route -> route.path())
                .filter(path -> !path.startsWith("/api/") && !path.equals("/enter"))
                .filter(path -> browsing.get(path).statusCode() == 200)
                .filter(
                        path ->
                                browsing.get(path)
                                        .headers()
                                        .firstValue("Content-Type")
                                        .orElse("")
                                        .startsWith("text/html"))
                .filter(
                        path ->
                                browsing.get(path)
                                        .headers()
                                        .firstValue("Content-Disposition")
                                        .isEmpty())
                .forEach(paths::add);
        String incident = first(browsing, "/incidents", "/incidents/[0-9a-f]{8,}");
        paths.add(incident);
        paths.add(first(browsing, incident, "/reports/[0-9a-f]{8,}[^\"]*"));
        paths.add("/search?q=gunmen");
        paths.add("/sources/runs/1");
        return paths;
    }

    private static String first(Browsing browsing, String path, String link) {
        Matcher found =
                Pattern.compile("href=\"(" + link + ")\"").matcher(browsing.get(path).body());
        assertThat(found.find()).as(path).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    // ---- by the keyboard alone

    @Test
    void a_monitor_needs_no_pointer() throws IOException {
        try (Browsing browsing = killings("keys", 3)) {
            visit(browsing.workbench.address());
            press(Keys.TAB);
            assertThat(chromium.driver.switchTo().activeElement().getText()).contains("Skip");
            press(Keys.ENTER);
            assertThat(script("return document.activeElement.id")).isEqualTo("main");

            press("j", "j", "k", Keys.ENTER);
            await("an incident", "/^\\/incidents\\/[0-9a-f]+$/.test(location.pathname)");
            String incident = path();
            press("a");
            await(
                    "it was decided",
                    "location.search.includes('done=d1') || !!document.querySelector('.just')");
            press("u");
            await(
                    "it was taken back",
                    "!location.search.includes('done=') && !document.querySelector('.just')");

            open(browsing, incident);
            press("g");
            press("o");
            await("the sources", "location.pathname === '/sources'");
            press("/");
            assertThat(script("return document.activeElement.id")).isEqualTo("find");
            press("gunmen", Keys.ENTER);
            await("what was found", "document.querySelectorAll('.hits li').length > 0");
            press("j", Keys.ENTER);
            await("a report", "location.pathname.startsWith('/reports/')");
            press("n", Keys.ENTER);
            await("a lit word", "!!document.querySelector('.mark.lit')");
            press("?");
            await("the keys", "!!document.querySelector('dialog[open]')");
            press(Keys.ESCAPE);
            await("the report again", "!document.querySelector('dialog[open]')");

            press("g");
            press("i");
            await("the incidents", "location.pathname === '/incidents'");
            WebElement words = chromium.driver.findElement(By.id("f-q"));
            words.sendKeys("nothing of that kind", Keys.ENTER);
            await("none", "document.getElementById('results-title').textContent.startsWith('0 ')");
            assertThat(script("return location.search")).asString().contains("q=nothing");
            assertThat(
                            script(
                                    "return performance.getEntriesByType('resource').filter(entry"
                                            + " => entry.name.includes('q=nothing')).length"))
                    .as("Enter asks once")
                    .isEqualTo(1L);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void two_thousand_highlights_are_painted_within_a_second() throws IOException {
        Path place = Files.createDirectory(folder.resolve("long"));
        Told told = Told.killings("long.txt", 340);
        try (Browsing browsing = Browsing.of(place, List.of(told))) {
            visit(browsing.workbench.address());
            String report = "/reports/" + told.report().id();
            double fastest = Double.MAX_VALUE;
            // On a machine that has much else to do, some attempts are slow.
            for (int n = 0; n < 3 || n < 30 && fastest >= 1_000; n++) {
                open(browsing, report);
                // From the click on: asked for, made, sent, read, laid out and drawn.
                Object painted =
                        chromium.driver.executeAsyncScript(
                                "const done = arguments[0]; requestAnimationFrame(() =>"
                                        + " requestAnimationFrame(() => done(performance.now())))");
                fastest =
                        Math.min(fastest, ((Number) Objects.requireNonNull(painted)).doubleValue());
            }
            System.out.printf("two thousand highlights painted within %.0f ms%n", fastest);
            assertThat(script("return document.querySelectorAll('.mark').length"))
                    .asInstanceOf(InstanceOfAssertFactories.LONG)
                    .isGreaterThanOrEqualTo(2_000);
            assertThat(fastest).isLessThan(1_000);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    // ---- a team

    @Test
    void a_team_logs_in_works_and_logs_out() throws IOException {
        killings("team", 2).close();
        Desk desk = Desk.open(folder.resolve("team").resolve("ledger").toString(), Browsing.NOON);
        String password = "correct horse battery";
        String hash = Passwords.hash(password);
        desk.team(
                team -> {
                    team.add("ana", Rank.ADMIN, hash, new Team.By("test", Team.TERMINAL));
                    return team;
                });
        Workbench workbench = Workbench.team(desk, 0, Access.LOCAL, true, System.err);
        try (Browsing browsing = new Browsing(workbench)) {
            open(browsing, "/incidents?country=MLI");
            await("the page to log in", "location.pathname === '/login'");
            picture("login");
            press("ana", Keys.TAB, password, Keys.ENTER);
            await("what was asked for", "location.search === '?country=MLI'");
            open(browsing, "/review/incidents");
            press("a");
            await("it was decided", "!!document.querySelector('.just')");
            open(browsing, "/review/incidents?review=awaiting");
            await(
                    "it waits for a second reader",
                    "document.body.textContent.includes('awaiting a second reader')");
            for (String path : List.of("/team", "/team/acts", "/account")) {
                open(browsing, path);
                picture("team" + path.replace('/', '-'));
                assertThat((List<?>) Objects.requireNonNull(script(FAINT))).as(path).isEmpty();
            }
            chromium.driver.findElement(By.cssSelector(".who button")).click();
            await("the page to log in again", "location.pathname === '/login'");
            open(browsing, "/incidents");
            await("nothing without an account", "location.pathname === '/login'");
            assertThat(chromium.complaints()).isEmpty();
            onlyOwn(browsing);
        }
    }

    // ---- decisions

    private static final String JUST = "!!document.querySelector('.just')";

    @Test
    void every_decision_is_made_and_taken_back() throws IOException {
        try (Browsing browsing = killings("decisions", 3).enter()) {
            visit(browsing.workbench.address());
            List<String> uids = uids(browsing);
            assertThat(uids).hasSize(3);
            String one = "/incidents/" + uids.get(0);
            String pair = "/review/pair?left=" + uids.get(0) + "&right=" + uids.get(1);

            open(browsing, one);
            press("a");
            decided(browsing, "accept", 3);
            open(browsing, one);
            press("x");
            decided(browsing, "reject", 3);
            open(browsing, one);
            press("c");
            press("killed", Keys.TAB, "91", Keys.ENTER);
            await("it is corrected", "document.querySelector('.toll .big').textContent === '91'");
            decided(browsing, "correct", 3);
            open(browsing, pair);
            press("d");
            decided(browsing, "split", 3);
            open(browsing, pair);
            chromium.driver.findElement(By.id("link-type")).sendKeys(Keys.TAB, Keys.ENTER);
            decided(browsing, "link", 3);
            open(browsing, pair);
            press("m");
            await("they are one", JUST);
            String both = path();
            assertThat(uids(browsing)).hasSize(2);
            chromium.driver
                    .findElement(By.xpath("//summary[starts-with(., 'Split')]"))
                    .sendKeys(Keys.ENTER);
            chromium.driver.findElement(By.name("account")).sendKeys(Keys.SPACE);
            chromium.driver.findElement(By.xpath("//button[starts-with(., 'Split')]")).click();
            decided(browsing, "split", 3);
            open(browsing, both);
            assertThat(uids(browsing)).hasSize(2);
            chromium.driver.findElement(By.cssSelector(".decisions form button")).click();
            await("they are two again", "!document.querySelector('.decisions form button')");
            assertThat(uids(browsing)).isEqualTo(uids);
            assertThat(chromium.complaints()).isEmpty();
            onlyOwn(browsing);
        }
    }

    /** Sees that the browser says so and the ledger has it, after loading again, too; undoes it. */
    private void decided(Browsing browsing, String act, int incidents) {
        await(act, JUST);
        chromium.driver.navigate().refresh();
        await(act + " is there after loading again", JUST);
        assertThat(browsing.get("/api/v1/decisions").body()).contains("\"act\":\"" + act + "\"");
        assertThat(uids(browsing)).as(act).hasSize(incidents);
        press("u");
        await(act + " is taken back", "!(" + JUST + ")");
        assertThat(browsing.get("/api/v1/decisions").body())
                .containsPattern("\"act\":\"" + act + "\"[^}]*\"undone\":true");
    }

    private static List<String> uids(Browsing browsing) {
        Matcher uid =
                Pattern.compile("\"uid\":\"([0-9a-f]+)\"")
                        .matcher(browsing.get("/api/v1/incidents").body());
        List<String> uids = new ArrayList<>();
        while (uid.find()) {
            uids.add(uid.group(1));
        }
        return uids;
    }

    @Test
    void a_queue_goes_on_and_loses_nothing_when_it_is_loaded_again() throws IOException {
        try (Browsing browsing = killings("queue", 3)) {
            visit(browsing.workbench.address());
            open(browsing, "/review/incidents");
            String waiting = "document.querySelector('.judge .count').textContent === '%d wait'";
            await("three wait", waiting.formatted(3));
            press("a");
            await("two wait", waiting.formatted(2));
            chromium.driver.navigate().refresh();
            await("two still wait", waiting.formatted(2));
            press("s");
            await("it is put off", "location.search.includes('skip=1')");
            await("two still wait", waiting.formatted(2));
            press("x");
            await("one waits", waiting.formatted(1));
            press("u");
            await("it waits again", waiting.formatted(2));
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void of_two_reviewers_at_once_the_later_one_is_told() throws IOException {
        try (Browsing browsing = killings("two", 1).enter()) {
            visit(browsing.workbench.address());
            String page = "/incidents/" + uids(browsing).get(0);
            open(browsing, page);
            String first = chromium.driver.getWindowHandle();
            chromium.driver.switchTo().newWindow(WindowType.TAB);
            open(browsing, page);
            press("x");
            await("the other one decides", JUST);
            chromium.driver.close();
            chromium.driver.switchTo().window(first);
            chromium.complaints();

            press("a");
            await(
                    "it has changed",
                    "document.body.textContent.includes('changed since you looked at it')");
            assertThat(browsing.get("/api/v1/decisions").body())
                    .contains("\"reject\"")
                    .doesNotContain("\"accept\"");
            assertThat(chromium.complaints()).allMatch(line -> line.contains("409"));
            open(browsing, page);
            press("a");
            await("it is decided on what is seen now", JUST);
            assertThat(browsing.get("/api/v1/decisions").body()).contains("\"accept\"");
        }
    }

    // ---- adding

    @Test
    void who_adds_a_report_sees_it_being_read() throws IOException {
        try (Browsing browsing = killings("adding", 1)) {
            visit(browsing.workbench.address());
            open(browsing, "/sources");
            chromium.driver
                    .findElement(By.name("text"))
                    .sendKeys("Gunmen killed six soldiers in Gao on Thursday, police said.");
            chromium.driver.findElement(By.name("published")).sendKeys("2020-01-03", Keys.ENTER);
            await("how far it is", "location.pathname.startsWith('/sources/added/')");
            script("window.stays = true");
            await(
                    "it is read",
                    "document.querySelector('.state').textContent.includes('1 report')");
            assertThat(script("return window.stays")).as("by itself").isEqualTo(true);
            picture("light-sources-added");
            press("j", Keys.ENTER);
            await("the report", "location.pathname.startsWith('/reports/')");
            assertThat(script("return document.querySelector('.text').textContent"))
                    .asString()
                    .contains("Gunmen killed six soldiers");
            assertThat(chromium.complaints()).isEmpty();
            onlyOwn(browsing);
        }
    }

    // ---- words that mean harm

    @Test
    void no_script_of_a_report_runs() throws IOException {
        try (Browsing browsing =
                Hostile.ledger(Files.createDirectory(folder.resolve("hostile")), Hostile.joined(25))
                        .enter()) {
            visit(browsing.workbench.address());
            List<String> paths = hostile(browsing);
            for (boolean ignored : new boolean[] {false, true}) {
                chromium.ignorePolicy(ignored);
                open(browsing, "/sources");
                assertThat(planted()).as("a script that was planted runs").isEqualTo(ignored);
                chromium.complaints();
                for (String path : paths) {
                    open(browsing, path);
                    if (!NAMELESS.contains(path)) {
                        assertThat(script("return document.body.textContent.includes('pwn')"))
                                .as(path)
                                .isEqualTo(true);
                    }
                    assertThat(script("return window.casusHit ?? ''")).as(path).isEqualTo("");
                    assertThat(
                                    script(
                                            "return performance.getEntriesByType('resource')"
                                                    + ".map(entry => entry.name)"
                                                    + ".filter(name => !name.startsWith(origin))"))
                            .as(path)
                            .isEqualTo(List.of());
                }
                assertThat(chromium.complaints())
                        .noneMatch(line -> line.contains("Content Security"));
            }
            onlyOwn(browsing);
        }
    }

    /** Whether one gets through when a page is careless: what the test would see if it were. */
    private boolean planted() {
        return Boolean.TRUE.equals(
                chromium.driver.executeAsyncScript(
                        """
                        const done = arguments[0];
                        document.addEventListener('securitypolicyviolation', () => done(false), {once: true});
                        const careless = document.createElement('div');
                        document.body.append(careless);
                        careless.innerHTML = '<img src="/nothing.png" onerror="window.planted = true">';
                        const look = () => window.planted ? done(true) : setTimeout(look, 50);
                        look();
                        """));
    }

    private static List<String> hostile(Browsing browsing) {
        List<String> words = Hostile.joined(25);
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "/incidents",
                                "/map",
                                "/timeline",
                                "/network",
                                "/claims",
                                "/review",
                                "/sources",
                                "/sources/runs/1"));
        for (int i = 0; i < words.size(); i++) {
            paths.add("/reports/" + Hostile.id(words.get(i), i) + "?at=0-9");
        }
        for (String few : Hostile.joined(5)) { // an address has an end
            String asked = URLEncoder.encode(few, StandardCharsets.UTF_8);
            paths.add("/incidents?from=" + asked);
            paths.add("/search?q=" + asked);
        }
        Matcher incident =
                Pattern.compile("href=\"(/incidents/[0-9a-f]{8,})\"")
                        .matcher(browsing.get("/incidents").body());
        while (incident.find()) {
            paths.add(incident.group(1));
        }
        return paths;
    }
}
