package org.casus.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.casus.model.Account;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Reading;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    private static final Reading READING = ExampleReading.reading();
    private static final List<Account> ACCOUNTS = RecordReader.accounts(JsonLines.line(READING));

    @Test
    void everyEventOfTheRecordIsAnAccount() {
        assertThat(ACCOUNTS.stream().map(Account::uid))
                .containsExactlyElementsOf(READING.events().stream().map(Event::uid).toList());
    }

    @Test
    void anAccountIsCompleteWithoutItsReport() {
        Account shelling = ACCOUNTS.get(0);

        assertThat(shelling.document().id()).isEqualTo(READING.report().id());
        assertThat(shelling.document().origin()).isEqualTo(shelling.document().id());
        assertThat(shelling.factuality()).isEqualTo(Factuality.HAPPENED);
        assertThat(shelling.mentions().get(0).trigger().text()).isEqualTo("shelled");
        assertThat(shelling.sources().get(0).name()).isEqualTo("rebels");
        assertThat(shelling.places().get(0).name()).isEqualTo("Arvo");
        assertThat(shelling.tolls().get(0).count()).isNotNull();
        assertThat(shelling.statements()).isNotEmpty();
    }

    @Test
    void quotationsCountCodePoints() {
        String text = READING.report().text();
        for (Account account : ACCOUNTS) {
            for (Account.Mention mention : account.mentions()) {
                Account.Quote q = mention.trigger();
                int from = text.offsetByCodePoints(0, q.start());
                int to = text.offsetByCodePoints(0, q.end());
                assertThat(text.substring(from, to)).isEqualTo(q.text());
            }
        }
    }

    @Test
    void anAccountComesBackFromItsOwnJson() {
        for (Account account : ACCOUNTS) {
            String line = LedgerJson.line(account);
            assertThat(LedgerJson.account(line)).isEqualTo(account);
            assertThat(LedgerJson.line(LedgerJson.account(line))).isEqualTo(line);
        }
    }

    @Test
    void whatIsNoRecordIsRefusedInWords() {
        assertThatThrownBy(() -> RecordReader.accounts("{\"id\":\"a\",\"text\":\"b\"}"))
                .hasMessageContaining("no key \"casus\"");
        assertThatThrownBy(() -> RecordReader.accounts("{\"casus\":2}"))
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> RecordReader.accounts("nonsense"))
                .hasMessageContaining("not a record");
    }
}
