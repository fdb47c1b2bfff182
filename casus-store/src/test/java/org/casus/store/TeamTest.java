package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.casus.store.Person.Rank;
import org.casus.store.Team.By;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;

class TeamTest {
    private static final By ROOT = new By("root", Team.TERMINAL);

    @TempDir Path folder;

    private String fresh(Dialect dialect) {
        String where = Databases.fresh(dialect, folder);
        Ledger.write(where, Clock.systemUTC()).close();
        return where;
    }

    @OnBoth
    void accounts_are_kept_and_every_change_is_an_act(Dialect dialect) {
        String where = fresh(dialect);
        Team.at(
                where,
                Clock.systemUTC(),
                team -> {
                    team.add("ana", Rank.ADMIN, "hash", ROOT);
                    team.add("ben", Rank.READER, "hash", ROOT);
                    team.rank("ben", Rank.REVIEWER, new By("ana", "10.0.0.7"));
                    team.password("ben", "other", ROOT);
                    team.disable("ben", true, ROOT);
                    return team;
                });
        try (Ledger ledger = Ledger.read(where)) {
            assertThat(ledger.team().people())
                    .extracting(Person::toString)
                    .containsExactly("ana (admin)", "ben (reviewer, disabled)");
            assertThat(ledger.team().find("ben")).get().matches(p -> p.password().equals("other"));
            assertThat(ledger.team().find("eve")).isEmpty();
            assertThat(ledger.team().acts("", "", 0, 10))
                    .extracting(Team.Act::act)
                    .containsExactly(
                            "disable account",
                            "change password",
                            "change role",
                            "add account",
                            "add account");
            Team.Act changed = ledger.team().acts("ana", "change role", 0, 10).get(0);
            assertThat(changed.about()).isEqualTo("ben to reviewer");
            assertThat(changed.source()).isEqualTo("10.0.0.7");
            assertThat(ledger.team().acts("", "", changed.number(), 10)).hasSize(2);
        }
    }

    @OnBoth
    void what_makes_no_sense_changes_nothing(Dialect dialect) {
        String where = fresh(dialect);
        Team.at(
                where,
                Clock.systemUTC(),
                team -> {
                    team.add("ana", Rank.ADMIN, "hash", ROOT);
                    assertThatThrownBy(() -> team.add("ana", Rank.READER, "hash", ROOT))
                            .hasMessageContaining("already");
                    for (String none : List.of("", "Ana", "a b", "<b>", "-a", "a".repeat(41))) {
                        assertThatThrownBy(() -> team.add(none, Rank.READER, "hash", ROOT))
                                .isInstanceOf(LedgerException.class);
                    }
                    assertThatThrownBy(() -> team.rank("ana", Rank.REVIEWER, ROOT))
                            .hasMessageContaining("only admin");
                    assertThatThrownBy(() -> team.disable("ana", true, ROOT))
                            .hasMessageContaining("only admin");
                    assertThatThrownBy(() -> team.password("eve", "hash", ROOT))
                            .hasMessageContaining("no account eve");
                    assertThat(team.people()).hasSize(1);
                    assertThat(team.acts("", "", 0, 10)).hasSize(1);
                    return team;
                });
    }

    @OnBoth
    void people_come_and_go_while_somebody_writes(Dialect dialect) {
        String where = fresh(dialect);
        try (Ledger writer = Ledger.write(where, Clock.systemUTC())) {
            Run run = writer.runs().begin();
            Team.at(
                    where,
                    Clock.systemUTC(),
                    team -> {
                        team.note(new By("ana", "10.0.0.7"), "log in", "");
                        return team;
                    });
            writer.runs().end(run);
            assertThat(writer.team().acts("ana", "", 0, 1)).hasSize(1);
        }
    }

    @OnBoth
    void acts_are_never_changed_or_taken_away(Dialect dialect) {
        try (Ledger ledger = Ledger.write(fresh(dialect), Clock.systemUTC())) {
            ledger.team().note(new By("a\0na", "here"), "log in", "x\0y");
            Handle handle = ledger.database().handle();

            assertThat(ledger.team().acts("", "", 0, 1)).hasSize(1);
            assertThatThrownBy(() -> handle.execute("update audit set who = 'x'"))
                    .hasMessageContaining("never");
            assertThatThrownBy(() -> handle.execute("delete from audit"))
                    .hasMessageContaining("never");
        }
    }
}
