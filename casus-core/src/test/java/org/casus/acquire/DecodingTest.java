package org.casus.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecodingTest {
    private static final String WORDS = "Señora Muñoz said: “Peace” — in Łódź";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Test
    void utf8_is_known_by_its_form() throws Exception {
        assertThat(Decoding.text(WORDS.getBytes(StandardCharsets.UTF_8))).isEqualTo(WORDS);
    }

    @Test
    void a_byte_order_mark_decides_and_is_no_letter() throws Exception {
        String marked = "\uFEFF" + WORDS;
        assertThat(Decoding.text(marked.getBytes(StandardCharsets.UTF_8))).isEqualTo(WORDS);
        assertThat(Decoding.text(marked.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(WORDS);
        assertThat(Decoding.text(marked.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(WORDS);
    }

    @Test
    void utf16_without_a_mark_is_known_by_its_zeros() throws Exception {
        assertThat(Decoding.text("Troops left Arvo".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("Troops left Arvo");
        assertThat(Decoding.text("Troops left Arvo".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("Troops left Arvo");
    }

    @Test
    void what_is_not_utf8_is_windows_1252() throws Exception {
        String words = "Señora Muñoz said: “Peace”";
        assertThat(Decoding.text(words.getBytes(WINDOWS_1252))).isEqualTo(words);
    }

    @Test
    void one_broken_letter_does_not_spoil_a_utf8_text() throws Exception {
        byte[] bytes = WORDS.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThat(Decoding.text(bytes)).startsWith("Señora Muñoz said: “Peace” — in Łód");
    }

    @Test
    void a_page_may_declare_what_it_is_written_in() throws Exception {
        String page = "<html><meta charset=\"windows-1251\"><p>Войска</p></html>";
        assertThat(Decoding.text(page.getBytes(Charset.forName("windows-1251")))).isEqualTo(page);
    }

    @Test
    void pictures_and_programs_are_not_text() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        assertThatThrownBy(() -> Decoding.text(picture)).hasMessage("is not text");
    }

    @Test
    void nothing_is_an_empty_text() throws Exception {
        assertThat(Decoding.text(new byte[0])).isEmpty();
    }
}
