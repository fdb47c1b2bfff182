package org.casus.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private static final Document DOCUMENT = Document.load();
    private static final String BODY =
            "Rebels shelled the port of Arvo on Friday. Nine people died.\n\n"
                    + "The army said it would answer.";

    private static Report read(String source) {
        return DOCUMENT.read(source, "arvo.txt", "reports/arvo.txt");
    }

    @Test
    void a_bare_report_is_all_text() {
        Report report = read(BODY);

        assertThat(report.text()).isEqualTo(BODY);
        assertThat(report.title()).isNull();
        assertThat(report.published()).isNull();
        assertThat(report.key()).isEqualTo("arvo.txt");
        assertThat(report.uri()).isEqualTo("reports/arvo.txt");
    }

    @Test
    void a_dateline_tells_the_day_and_the_agency_and_stays_in_the_text() {
        String text = "ARVO, Norland, May 6, 2011 (Pacific Wire) -- " + BODY;

        Report report = read("Rebels shell port of Arvo\n\n" + text);

        assertThat(report.published()).isEqualTo("2011-05-06");
        assertThat(report.outlet()).isEqualTo("Pacific Wire");
        assertThat(report.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shells fell on 6 May 2011 (Friday) - nobody knows whose. ",
                "ARVO, May 6 - ",
                "The siege of May 6, 2011 (the Long Friday) -- is over. "
            })
    void what_is_no_dateline_with_a_year_tells_no_day(String begin) {
        Report report = read(begin + BODY);

        assertThat(report.published()).isNull();
        assertThat(report.outlet()).isNull();
    }

    @Test
    void a_header_run_together_on_one_line_is_taken_apart() {
        Report report =
                read(
                        "  posted 2011-05-06 Section: Africa Released on Friday, 6 May 2011 00:00"
                                + " Views: 1,204\n\n"
                                + BODY
                                + "\n");

        assertThat(report.published()).isEqualTo("2011-05-06");
        assertThat(report.category()).isEqualTo("Africa");
        assertThat(report.text()).isEqualTo(BODY);
    }

    @Test
    void header_lines_name_title_date_source_and_author() {
        Report report =
                read(
                        """
                        Title: Nine die as rebels shell Arvo. Army vows answer
                        Date: 6 May 2011
                        Source: The Example Times
                        By: Ana Petrova
                        Tags: Arvo, rebels

                        """
                                + BODY);

        assertThat(report.title()).isEqualTo("Nine die as rebels shell Arvo. Army vows answer");
        assertThat(report.published()).isEqualTo("2011-05-06");
        assertThat(report.outlet()).isEqualTo("The Example Times");
        assertThat(report.author()).isEqualTo("Ana Petrova");
        assertThat(report.text()).isEqualTo(BODY);
    }

    @Test
    void a_title_byline_and_date_above_the_body_are_known_by_their_looks() {
        Report report =
                read(
                        "Nine die as rebels shell Arvo\n\n"
                                + "By Ana Petrova and J. K. Lund\n"
                                + "May 6, 2011\n\n"
                                + "Share this\n\n"
                                + BODY);

        assertThat(report.title()).isEqualTo("Nine die as rebels shell Arvo");
        assertThat(report.author()).isEqualTo("Ana Petrova and J. K. Lund");
        assertThat(report.published()).isEqualTo("2011-05-06");
        assertThat(report.text()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rebels shelled the port of Arvo.\n\nNine people died.",
                "Arvo is quiet\nThe army left it on Friday.",
                "shells fall on Arvo\n\nNine people died on Friday, the army said.",
                "The army said:\n\nWe shall answer, and soon, for what was done in Arvo.",
                "Rebels shell Arvo\n\nArmy vows answer\n\nTalks fail",
                "Arvo\n\nNine people died on Friday, the army said."
            })
    void a_line_that_may_not_be_a_title_stays_in_the_text(String source) {
        assertThat(read(source).text()).isEqualTo(source);
        assertThat(read(source).title()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Friday the rebels held Arvo, and the army had left.",
                "Date palms burned in Arvo: the rebels had come.",
                "Source of the Niger: rebels reach it. Army retreats.",
                "Published reports say that rebels hold Arvo.",
                "Words: the general had many of them. Deeds he had few."
            })
    void a_sentence_that_begins_like_a_header_is_none(String source) {
        assertThat(read(source).text()).isEqualTo(source);
    }

    @Test
    void furniture_goes_from_both_ends_and_never_from_within() {
        String within = "Rebels shelled Arvo.\n\nAdvertisement\n\nNine people died.";
        Report report =
                read(
                        "Hits: 17\n5 min read\nAdvertisement\n\n"
                                + within
                                + "\n\n"
                                + "Read more: What is Arvo?\n"
                                + "Follow us on Facebook\n"
                                + "Tags: war, Arvo\n"
                                + "* * *\n"
                                + "© 2011 The Example Times\n");

        assertThat(report.text()).isEqualTo(within);
    }

    @Test
    void a_title_that_is_repeated_above_the_body_is_not_text() {
        Report report = read("Title: Rebels shell Arvo\n\nREBELS SHELL ARVO\n\n" + BODY);

        assertThat(report.text()).isEqualTo(BODY);
    }

    @Test
    void line_ends_within_the_body_stay_as_they_are() {
        assertThat(read("Date: 2011-05-06\r\n\r\nOne line.\r\nAnother line.\r\n").text())
                .isEqualTo("One line.\r\nAnother line.");
    }

    @Test
    void a_report_of_nothing_is_a_report() {
        assertThat(read("").text()).isEmpty();
        assertThat(read("\n \n").text()).isEmpty();
        assertThat(read("Hits: 3\n").text()).isEmpty();
    }

    @Test
    void the_id_comes_from_the_content_alone() {
        String id = read(BODY).id();

        assertThat(DOCUMENT.read(BODY, "other.txt", null).id()).isEqualTo(id).hasSize(16);
        assertThat(read(BODY + " More.").id()).isNotEqualTo(id);
        assertThat(read("Date: 2011-05-06\n\n" + BODY).id()).isNotEqualTo(id);
    }

    @Test
    void a_web_page_gives_its_article_and_what_it_says_of_itself() {
        Report report =
                DOCUMENT.read(
                        """
                        <!DOCTYPE html><html lang="en-GB"><head><title>Arvo shelled | The Example Times</title>
                        <meta property="og:title" content="Rebels shell Arvo">
                        <meta property="og:site_name" content="The Example Times">
                        <meta property="article:published_time" content="2011-05-06T08:00:00Z">
                        <meta property="article:section" content="World">
                        <meta name="author" content="Ana Petrova">
                        <link rel="canonical" href="https://times.example/arvo">
                        <script>var a = "Nine people died.";</script></head>
                        <body><nav><p>Home World Sport</p></nav>
                        <article><h1>Rebels shell Arvo</h1><p class="byline">By Ana Petrova</p>
                        <p>Rebels <b>shelled</b> the
                           port of Arvo&nbsp;on Friday.</p><div class="share-box">Share this</div>
                        <p>Nine people died.<br>The army &amp; the navy left.</p>
                        <aside><p>Read more about the war</p></aside>
                        <p>Follow us on Facebook</p></article>
                        <footer><p>All rights reserved</p></footer></body></html>
                        """,
                        "arvo.html",
                        "arvo.html");

        assertThat(report.text())
                .isEqualTo(
                        "Rebels shelled the port of Arvo on Friday.\n\n"
                                + "Nine people died.\n\n"
                                + "The army & the navy left.");
        assertThat(report.title()).isEqualTo("Rebels shell Arvo");
        assertThat(report.outlet()).isEqualTo("The Example Times");
        assertThat(report.published()).isEqualTo("2011-05-06T08:00:00Z");
        assertThat(report.category()).isEqualTo("World");
        assertThat(report.author()).isEqualTo("Ana Petrova");
        assertThat(report.uri()).isEqualTo("https://times.example/arvo");
        assertThat(report.language()).isEqualTo("en");
    }

    @Test
    void a_page_without_an_article_gives_the_box_with_the_most_paragraphs() {
        Report report =
                read(
                        "<html><body><div><p>Menu</p></div><div><p>Rebels shelled Arvo.</p><p>Nine"
                                + " people died.</p></div><div><p>Weather:"
                                + " sun.</p></div></body></html>");

        assertThat(report.text()).isEqualTo("Rebels shelled Arvo.\n\nNine people died.");
    }
}
