package org.casus.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2011-05-03 | 2011-05-03",
                "2011/5/3 | 2011-05-03",
                "20110503 | 2011-05-03",
                "2011-05 | 2011-05",
                "2011-05-03T14:30:05Z | 2011-05-03T14:30:05Z",
                "2011-05-03T14:30:05.123+0200 | 2011-05-03T14:30:05+02:00",
                "2011-05-03 14:30 | 2011-05-03T14:30",
                "3 May 2011 | 2011-05-03",
                "3rd of May, 2011 | 2011-05-03",
                "03-MAY-2011 | 2011-05-03",
                "May 3, 2011 | 2011-05-03",
                "Sept. 3, 2011 | 2011-09-03",
                "Tuesday, 3 May 2011 14:05 | 2011-05-03T14:05",
                "Tue, 03 May 2011 14:05:09 GMT | 2011-05-03T14:05:09Z",
                "Tuesday, May 3, 2011 at 2:05 p.m. EDT | 2011-05-03T14:05",
                "12:15 AM, May 3, 2011 | 2011-05-03T00:15",
                "May 2011 | 2011-05",
                "3.5.2011 | 2011-05-03",
                "25/12/2011 | 2011-12-25",
                "12/25/2011 | 2011-12-25",
                "4/4/2011 | 2011-04-04"
            })
    void dates_of_mastheads_become_iso_dates(String written, String iso) {
        assertThat(PublicationDate.iso(written)).isEqualTo(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tuesday, 3 May 2011 00:00", "2011-05-03T00:00:00"})
    void midnight_without_a_zone_is_no_hour(String written) {
        assertThat(PublicationDate.iso(written)).isEqualTo("2011-05-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/4/2011",
                "31 February 2011",
                "yesterday",
                "2011",
                "",
                "May",
                "99999999",
                "3 May 2011 in Arvo"
            })
    void what_is_no_date_or_two_dates_is_unknown(String written) {
        assertThat(PublicationDate.iso(written)).isNull();
    }
}
