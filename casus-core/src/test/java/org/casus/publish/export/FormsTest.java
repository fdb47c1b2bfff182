package org.casus.publish.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.publish.export.Samples.between;
import static org.casus.publish.export.Samples.killed;
import static org.casus.publish.export.Samples.party;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.casus.model.Factuality;
import org.casus.model.Incident.Field;
import org.casus.model.Incident.Group;
import org.casus.model.Incident.Told;
import org.casus.model.Incident.Toll;
import org.casus.model.Incident.Value;
import org.casus.model.Time;
import org.casus.model.TollPolicy;
import org.casus.publish.export.Samples.Draft;
import org.junit.jupiter.api.Test;

/** What stands in the columns of other collections. */
class FormsTest {
    private static List<Map<String, String>> rows(ExportFormat format, Case told)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        IncidentWriter writer = format.writer(out);
        writer.write(told);
        writer.finish();
        char separator = format == ExportFormat.PLOVER ? '\t' : ',';
        return CSVFormat.RFC4180
                .withDelimiter(separator)
                .withHeader()
                .parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .getRecords()
                .stream()
                .map(CSVRecord::toMap)
                .toList();
    }

    private static Map<String, String> row(ExportFormat format, Draft draft) throws IOException {
        List<Map<String, String>> rows = rows(format, draft.told());
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void polecat_has_codes_scores_and_places() throws IOException {
        assertThat(row(ExportFormat.PLOVER, new Draft()))
                .containsEntry("Event ID", "u1")
                .containsEntry("Event Date", "2016-10-17")
                .containsEntry("Intensity", "-9.5")
                .containsEntry("Quad Code", "MATERIAL CONFLICT")
                .containsEntry("Actor Name", "Islamic State")
                .containsEntry("Actor COW", "")
                .containsEntry("Recipient COW", "645")
                .containsEntry("Primary Recipient Sector", "MIL")
                .containsEntry("City", "Mosul")
                .containsEntry("Province", "Nineveh")
                .containsEntry("Country", "IRQ")
                .containsEntry("Latitude", "36.335")
                .containsEntry("Feature Type", "PPL")
                .containsEntry("Publication Date", "2016-10-18")
                .containsEntry("Wikipedia Actor ID", "");
    }

    @Test
    void polecat_says_what_has_not_happened_and_gives_no_vague_day() throws IOException {
        Draft draft = new Draft();
        draft.factuality = Factuality.THREATENED;
        draft.time = between("2016-10-01", "2016-10-31", Time.Granularity.MONTH);

        assertThat(row(ExportFormat.PLOVER, draft))
                .containsEntry("Contexts", "military; hypothetical")
                .containsEntry("Event Date", "");
    }

    @Test
    void responsibility_claimed_is_no_type_of_plover() throws IOException {
        Draft draft = new Draft();
        draft.type = "SAY.CLAIM";

        assertThat(rows(ExportFormat.PLOVER, draft.told())).isEmpty();
    }

    @Test
    void acled_has_its_types_and_numbers() throws IOException {
        assertThat(row(ExportFormat.ACLED, new Draft()))
                .containsEntry("event_date", "2016-10-17")
                .containsEntry("year", "2016")
                .containsEntry("time_precision", "1")
                .containsEntry("disorder_type", "Political violence")
                .containsEntry("event_type", "Explosions/Remote violence")
                .containsEntry("inter1", "2")
                .containsEntry("inter2", "1")
                .containsEntry("interaction", "12")
                .containsEntry("civilian_targeting", "")
                .containsEntry("iso", "368")
                .containsEntry("region", "Middle East")
                .containsEntry("admin1", "Nineveh")
                .containsEntry("geo_precision", "1")
                .containsEntry("fatalities", "5")
                .containsEntry("timestamp", "");
    }

    @Test
    void acled_counts_foreign_forces_crowds_and_civilians_apart() throws IOException {
        Draft raid = new Draft();
        raid.sources = List.of(party("US aircraft", "USA", "MIL"));
        raid.targets = List.of(party("villagers", "IRQ", "CVL"));
        Draft rally = new Draft();
        rally.type = "PROTEST";
        rally.acled = "Peaceful protest";
        rally.sources = List.of(party("students", "IRQ", "EDU"));
        rally.targets = List.of();
        Draft mob = new Draft();
        mob.acled = "Mob violence";
        mob.sources = List.of(party("a crowd", null));

        assertThat(row(ExportFormat.ACLED, raid))
                .containsEntry("inter1", "8")
                .containsEntry("interaction", "78")
                .containsEntry("civilian_targeting", "Civilian targeting");
        assertThat(row(ExportFormat.ACLED, rally))
                .containsEntry("inter1", "6")
                .containsEntry("interaction", "60")
                .containsEntry("disorder_type", "Demonstrations");
        assertThat(row(ExportFormat.ACLED, mob)).containsEntry("inter1", "5");
    }

    @Test
    void acled_takes_the_middle_of_a_week_or_month_and_no_date_for_more() throws IOException {
        Draft month = new Draft();
        month.time = between("2016-10-01", "2016-10-31", Time.Granularity.MONTH);
        Draft year = new Draft();
        year.time = between("2016-01-01", "2016-12-31", Time.Granularity.YEAR);

        assertThat(row(ExportFormat.ACLED, month))
                .containsEntry("event_date", "2016-10-16")
                .containsEntry("time_precision", "3");
        assertThat(row(ExportFormat.ACLED, year))
                .containsEntry("event_date", "")
                .containsEntry("year", "2016")
                .containsEntry("time_precision", "");
    }

    @Test
    void acled_and_ucdp_take_only_what_happened() throws IOException {
        Draft planned = new Draft();
        planned.factuality = Factuality.PLANNED;
        Draft rejected = new Draft();
        rejected.reviewed = "reject";
        Draft bloodless = new Draft();
        bloodless.harms.clear();

        for (Draft draft : List.of(planned, rejected)) {
            assertThat(rows(ExportFormat.ACLED, draft.told())).isEmpty();
            assertThat(rows(ExportFormat.UCDP, draft.told())).isEmpty();
        }
        assertThat(rows(ExportFormat.UCDP, bloodless.told())).isEmpty();
        assertThat(row(ExportFormat.ACLED, bloodless)).containsEntry("fatalities", "");
    }

    @Test
    void ucdp_puts_the_state_first_and_divides_the_dead() throws IOException {
        Draft draft = new Draft();
        draft.harms.put(
                "killed",
                killed(3, 5, 8, new Group("combatant", 2, 3, 3), new Group("civilian", 1, 1, 1)));

        assertThat(row(ExportFormat.UCDP, draft))
                .containsEntry("id", "")
                .containsEntry("relid", "u1")
                .containsEntry("type_of_violence", "1")
                .containsEntry("side_a", "Iraqi army")
                .containsEntry("side_b", "Islamic State")
                .containsEntry("dyad_name", "Iraqi army - Islamic State")
                .containsEntry("deaths_a", "3")
                .containsEntry("deaths_b", "0")
                .containsEntry("deaths_civilians", "1")
                .containsEntry("deaths_unknown", "1")
                .containsEntry("low", "3")
                .containsEntry("best", "5")
                .containsEntry("high", "8")
                .containsEntry("where_prec", "1")
                .containsEntry("date_prec", "1")
                .containsEntry("event_clarity", "1")
                .containsEntry("geom_wkt", "POINT (43.11889 36.335)")
                .containsEntry("country_id", "645")
                .containsEntry("source_article", "Example Times, 2016-10-18");
    }

    @Test
    void ucdp_tells_violence_against_civilians_by_the_dead_where_no_target_is_named()
            throws IOException {
        Draft draft = new Draft();
        draft.targets = List.of();
        draft.harms.put("killed", killed(4, 4, 4, new Group("civilian", 4, 4, 4)));

        assertThat(row(ExportFormat.UCDP, draft))
                .containsEntry("type_of_violence", "3")
                .containsEntry("side_a", "Islamic State")
                .containsEntry("side_b", "Civilians")
                .containsEntry("deaths_civilians", "4");
    }

    @Test
    void ucdp_leaves_open_what_the_sides_do_not_tell() throws IOException {
        Draft draft = new Draft();
        draft.sources = List.of(party("gunmen", null));
        draft.time = between("2016-10-03", "2016-10-06", Time.Granularity.DAY);
        draft.harms.put("killed", killed(20, null, null));

        assertThat(row(ExportFormat.UCDP, draft))
                .containsEntry("type_of_violence", "")
                .containsEntry("dyad_name", "")
                .containsEntry("date_prec", "2")
                .containsEntry("event_clarity", "2")
                .containsEntry("best", "")
                .containsEntry("deaths_unknown", "");
    }

    @Test
    void ucdp_grades_dates_by_their_length() {
        Map<String, String> byLastDay =
                Map.of(
                        "2016-10-01",
                        "1",
                        "2016-10-02",
                        "2",
                        "2016-10-07",
                        "3",
                        "2016-10-31",
                        "4",
                        "2016-12-31",
                        "5",
                        "2018-12-31",
                        "");
        byLastDay.forEach(
                (last, precision) -> {
                    Draft draft = new Draft();
                    draft.time = between("2016-10-01", last, Time.Granularity.DAY);
                    try {
                        assertThat(row(ExportFormat.UCDP, draft))
                                .as(last)
                                .containsEntry("date_prec", precision);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Test
    void event_reports_keep_each_report_apart() throws IOException {
        Draft draft = new Draft();
        draft.accounts.add(Draft.member("a2", null, null));
        draft.fields.put(
                "place",
                new Field(
                        null,
                        List.of(
                                new Value("Mosul", List.of("a1")),
                                new Value("Tal Afar", List.of("a2"))),
                        true));
        draft.fields.put(
                "time",
                new Field(
                        null,
                        List.of(
                                new Value("2016-10-17", List.of("a1")),
                                new Value("2016-10-16 to \u2026", List.of("a2"))),
                        true));
        draft.harms.put(
                "killed",
                new Toll(
                        3,
                        5,
                        8,
                        TollPolicy.ALL,
                        List.of(),
                        List.of(
                                new Told("a1", "army", "combatant", 3, 3, 3, false, null),
                                new Told(
                                        "a1",
                                        "army",
                                        "civilian",
                                        1,
                                        1,
                                        1,
                                        false,
                                        "superseded by x"),
                                new Told("a2", "rebels", "unknown", 9, 9, 9, false, null),
                                new Told(
                                        "a2",
                                        "x",
                                        "child",
                                        2,
                                        2,
                                        2,
                                        false,
                                        "part of a larger number")),
                        List.of()));

        List<Map<String, String>> rows = rows(ExportFormat.EVENTREPORT, draft.told());

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsEntry("id", "a1")
                .containsEntry("event_id", "u1")
                .containsEntry("source", "Example Times")
                .containsEntry("location", "Mosul")
                .containsEntry("date_start", "2016-10-17")
                .containsEntry("date_end", "2016-10-17")
                .containsEntry("deaths_best", "4");
        assertThat(rows.get(1))
                .containsEntry("source", "a2.txt")
                .containsEntry("location", "Tal Afar")
                .containsEntry("date_start", "2016-10-16")
                .containsEntry("date_end", "")
                .containsEntry("deaths_best", "9");
    }

    @Test
    void numbers_stay_numbers_and_formulas_become_text() throws IOException {
        Draft draft = new Draft();
        draft.places = List.of(Samples.town("=cmd()", "CHL", -33.3, -70.7));

        assertThat(row(ExportFormat.CSV, draft))
                .containsEntry("place", "'=cmd()")
                .containsEntry("latitude", "-33.3");
    }

    @Test
    void the_middle_of_a_country_is_a_point_only_when_asked_for() throws IOException {
        Draft draft = new Draft();
        draft.places = List.of(Samples.country("Iraq", "IRQ", 33, 44));
        Case told = draft.told();

        for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.ACLED)) {
            assertThat(rows(format, told.withoutCountryPoints()).get(0))
                    .containsEntry("latitude", "");
            assertThat(rows(format, told).get(0)).containsEntry("latitude", "33.0");
        }
        assertThat(told.withoutCountryPoints().incident().places().get(0).name()).isEqualTo("Iraq");
    }
}
