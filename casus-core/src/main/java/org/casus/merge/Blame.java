package org.casus.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Claim;
import org.casus.model.Incident;
import org.jspecify.annotations.Nullable;

/** Whose doing it is: who claims it, who is said to have done it and by whom, who denies it. */
final class Blame {
    /** The voice of a report that gives no other. */
    static final String REPORT = "the report";

    private static final class Entry {
        final Account.Party who;
        final Set<String> by = new LinkedHashSet<>();
        final Set<String> accounts = new LinkedHashSet<>();

        Entry(Account.Party who) {
            this.who = who;
        }
    }

    private final Map<String, Entry> claimed = new LinkedHashMap<>();
    private final Map<String, Entry> attributed = new LinkedHashMap<>();
    private final Map<String, Entry> denied = new LinkedHashMap<>();

    private Blame() {}

    static Incident.Responsibility of(List<Account> accounts) {
        Blame blame = new Blame();
        accounts.forEach(blame::add);
        return new Incident.Responsibility(
                named(blame.claimed), named(blame.attributed), named(blame.denied));
    }

    private void add(Account account) {
        Set<String> settled = new LinkedHashSet<>();
        for (Account.Charge charge : account.charges()) {
            Map<String, Entry> list =
                    switch (charge.blame()) {
                        case CLAIMED -> claimed;
                        case ATTRIBUTED -> attributed;
                        case DENIED -> denied;
                    };
            note(list, charge.who(), charge.by() == null ? null : charge.by().name(), account);
            if (charge.blame() != Account.Blame.DENIED) {
                settled.add(Fields.key(charge.who()));
            }
        }
        for (Account.Statement statement : account.statements()) {
            Account.Party speaker = speaker(statement);
            if (statement.aboutEvent()
                    && statement.stance() == Claim.Stance.DENIES
                    && speaker != null
                    && account.sources().stream().anyMatch(s -> Fields.same(s, speaker))) {
                note(denied, speaker, speaker.name(), account);
                settled.add(Fields.key(speaker));
            }
        }
        for (Account.Party source : account.sources()) {
            if (!settled.contains(Fields.key(source)) && !deniesItself(account)) {
                note(attributed, source, voice(account), account);
            }
        }
    }

    private static boolean deniesItself(Account account) {
        return account.factuality() == org.casus.model.Factuality.NOT_HAPPENED;
    }

    private static @Nullable String voice(Account account) {
        for (Account.Statement statement : account.statements()) {
            Account.Party speaker = speaker(statement);
            boolean asserts =
                    statement.stance() != Claim.Stance.DENIES
                            && statement.stance() != Claim.Stance.DOUBTS;
            if (statement.aboutEvent() && asserts && speaker != null) {
                return speaker.name();
            }
        }
        return null;
    }

    static Account.@Nullable Party speaker(Account.Statement statement) {
        for (int i = statement.chain().size() - 1; i >= 0; i--) {
            if (statement.chain().get(i).who() != null) {
                return statement.chain().get(i).who();
            }
        }
        return null;
    }

    private static void note(
            Map<String, Entry> list, Account.Party who, @Nullable String by, Account account) {
        Entry entry = list.computeIfAbsent(Fields.key(who), k -> new Entry(who));
        entry.by.add(by == null ? REPORT : by);
        entry.accounts.add(account.uid());
    }

    private static List<Incident.Named> named(Map<String, Entry> list) {
        List<Incident.Named> named = new ArrayList<>();
        for (Entry e : list.values()) {
            named.add(
                    new Incident.Named(
                            e.who.name(),
                            e.who.entity(),
                            List.copyOf(e.by),
                            List.copyOf(e.accounts)));
        }
        return named;
    }
}
