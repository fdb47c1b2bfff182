package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {
    @TempDir Path folder;

    private Run typing(String input, String... args) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            String[] all = new String[args.length + 2];
            System.arraycopy(args, 0, all, 0, args.length);
            all[args.length] = "--ledger";
            all[args.length + 1] = folder.resolve("ledger").toString();
            return Run.casus(all);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void accounts_are_made_and_changed_and_it_is_written_down() {
        assertThat(typing("correct horse battery\n", "user", "add", "ana", "--role", "admin"))
                .matches(run -> run.exitCode() == 0 && run.out().startsWith("ana"));
        assertThat(typing("correct horse battery\n", "user", "add", "ben").out())
                .contains("ben", "reviewer");
        assertThat(typing("", "user", "role", "ben", "--role", "reader").out()).contains("reader");
        assertThat(typing("", "user", "disable", "ben").out()).contains("disabled");
        assertThat(typing("another battery horse\n", "user", "passwd", "ben").exitCode()).isZero();
        assertThat(typing("", "user", "list").out().lines()).hasSize(2);

        assertThat(typing("", "audit").out().lines())
                .hasSize(5)
                .allMatch(line -> line.endsWith("\tterminal"))
                .anyMatch(line -> line.contains("\tchange role\tben to reader\t"));
        assertThat(typing("", "audit", "--act", "disable account").out().lines()).hasSize(1);
    }

    @Test
    void mistakes_are_named() {
        assertThat(typing("short\n", "user", "add", "ana").err()).contains("from 12 to 500");
        assertThat(typing("", "user", "add", "ana").err()).contains("no password");
        assertThat(typing("", "user", "add").err()).contains("takes the name");
        assertThat(typing("correct horse battery\n", "user", "add", "ana", "--role", "admin"))
                .matches(run -> run.exitCode() == 0);
        assertThat(typing("", "user", "role", "ana").err()).contains("--role");
        assertThat(typing("", "user", "disable", "ana").err()).contains("only admin");
        assertThat(typing("", "user", "disable", "eve").err()).contains("no account eve");
        assertThat(typing("", "serve", "--bind", "0.0.0.0").err()).contains("--host");
        assertThat(typing("", "serve", "--https").err()).contains("--bind");
    }
}
