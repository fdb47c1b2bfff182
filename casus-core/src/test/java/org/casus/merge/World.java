package org.casus.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.casus.model.Account;
import org.casus.model.Time;

/** Incidents made up by chance, each told by a few reports that are vague, wrong and apart. */
final class World {
    private static final String[] TOWNS = {
        "Mosul", "Erbil", "Basra", "Kirkuk", "Tikrit", "Ramadi", "Samarra", "Kut"
    };
    private static final String[] GROUPS = {"Red Front", "Black Band", "Green Army"};
    private static final String[] WORDS = {
        "market", "school", "bridge", "hospital", "checkpoint", "mosque", "convoy", "barracks"
    };

    private World() {}

    static List<Account> accounts(int count, long seed) {
        Random random = new Random(seed);
        List<Account> accounts = new ArrayList<>();
        while (accounts.size() < count) {
            int town = random.nextInt(TOWNS.length);
            LocalDate day = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(count / 2));
            int killed = 1 + random.nextInt(30);
            String thing = WORDS[random.nextInt(WORDS.length)];
            String group = GROUPS[random.nextInt(GROUPS.length)];
            for (int n = random.nextInt(4); n >= 0 && accounts.size() < count; n--) {
                LocalDate told = day.plusDays(random.nextInt(12) == 0 ? 1 : 0);
                Told account =
                        Told.of("u" + accounts.size())
                                .in("d" + random.nextInt(count / 2))
                                .by("Paper " + random.nextInt(9), day.plusDays(1).toString())
                                .words(
                                        "exploded",
                                        "A bomb exploded at a " + thing + " of the town.")
                                .hits(thing);
                if (random.nextInt(6) == 0) {
                    LocalDate first = told.withDayOfMonth(1);
                    account.between(
                            first.toString(),
                            first.plusMonths(1).minusDays(1).toString(),
                            Time.Granularity.MONTH);
                } else if (random.nextInt(8) > 0) {
                    account.on(told.toString());
                }
                if (random.nextInt(6) == 0) {
                    account.country("Iraq", "IRQ");
                } else {
                    account.at(TOWNS[town], "IRQ", 30 + town, 43);
                }
                if (random.nextBoolean()) {
                    account.source(Told.group(group));
                }
                if (random.nextBoolean()) {
                    account.killed(Math.max(1, killed + random.nextInt(3) - 1));
                }
                accounts.add(account.account());
            }
        }
        return accounts;
    }
}
