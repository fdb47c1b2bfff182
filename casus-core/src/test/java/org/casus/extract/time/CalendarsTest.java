package org.casus.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
    @ParameterizedTest
    @CsvSource({
        "ISLAMIC, 1425, 1, 10, 2004-03-02",
        "ISLAMIC, 1400, 1, 1, 1979-11-21",
        "PERSIAN, 1398, 1, 1, 2019-03-21",
        "PERSIAN, 1399, 1, 1, 2020-03-20",
        "PERSIAN, 1357, 11, 22, 1979-02-11",
        "PERSIAN, 1359, 6, 31, 1980-09-22",
        "PERSIAN, 1371, 2, 8, 1992-04-28",
        "ETHIOPIAN, 2000, 1, 1, 2007-09-12",
        "ETHIOPIAN, 2012, 1, 1, 2019-09-12",
        "ETHIOPIAN, 1966, 6, 12, 1974-02-19",
        "HEBREW, 5780, 7, 1, 2019-09-30",
        "HEBREW, 5779, 1, 15, 2019-04-20",
        "HEBREW, 5734, 7, 10, 1973-10-06",
        "HEBREW, 5708, 2, 5, 1948-05-14",
        "HEBREW, 5784, 9, 25, 2023-12-08"
    })
    void known_days(Calendars calendar, int year, int month, int day, String iso) {
        assertThat(calendar.date(year, month, day)).hasToString(iso);
    }

    @ParameterizedTest
    @CsvSource({"1916, 1916-04-23", "1961, 1961-04-02", "2000, 2000-04-23", "2019, 2019-04-21"})
    void easter(int year, String iso) {
        assertThat(Calendars.easter(year)).hasToString(iso);
    }

    @ParameterizedTest
    @CsvSource({"ISLAMIC, 0", "HEBREW, 10000", "PERSIAN, -1"})
    void years_past_belief_have_no_days(Calendars calendar, int year) {
        assertThat(calendar.of(year, 1, 1)).isNull();
    }
}
