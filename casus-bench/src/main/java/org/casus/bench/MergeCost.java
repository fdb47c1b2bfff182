package org.casus.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.casus.merge.Merged;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Actor;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Place;
import org.casus.model.Time;
import org.casus.model.TollPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What merging costs as accounts become many: a made-up world of towns, armed groups and twenty
 * years, the same for every size, so that more accounts stand closer together.
 */
final class MergeCost {
    private static final int TOWNS = 3_000;
    private static final int COUNTRIES = 40;
    private static final int GROUPS = 150;
    private static final int DAYS = 20 * 365;
    private static final String[] MODES = {
        "explosives", "firearms", "aerial", "suicide-attack", "abduct", "heavy-weapons"
    };
    private static final String[] WORDS = {
        "exploded", "shot", "bombed", "attacked", "abducted", "shelled"
    };
    private static final String[] THINGS = {
        "market", "school", "bridge", "hospital", "checkpoint", "mosque", "convoy", "barracks",
        "bank", "embassy", "hotel", "pipeline", "station", "village", "court", "bus"
    };

    private MergeCost() {}

    /** Prints seconds, comparisons avoided and what came out for a few sizes. */
    static void measure(List<Integer> sizes) {
        Merger merger = Merger.load();
        merger.merge(accounts(5_000), List.of(), TollPolicy.REPRESENTATIVE);
        double first = 0;
        for (int size : sizes) {
            List<Account> accounts = accounts(size);
            double best = Double.MAX_VALUE;
            Merged merged = null;
            for (int round = 0; round < 3; round++) {
                long began = System.nanoTime();
                merged = merger.merge(accounts, List.of(), TollPolicy.REPRESENTATIVE);
                best = Math.min(best, (System.nanoTime() - began) / 1e9);
            }
            first = first == 0 ? best : first;
            System.out.printf(
                    Locale.ROOT,
                    "%,9d accounts %,9d incidents %,8d for review %8.2f s  x %.1f%n",
                    size,
                    merged == null ? 0 : merged.incidents().size(),
                    merged == null ? 0 : merged.review().size(),
                    best,
                    best / first);
        }
    }

    static List<Account> accounts(int count) {
        Random random = new Random(count);
        List<Account> accounts = new ArrayList<>(count);
        while (accounts.size() < count) {
            int town = (int) (TOWNS * Math.pow(random.nextDouble(), 2));
            LocalDate day = LocalDate.of(1998, 1, 1).plusDays(random.nextInt(DAYS));
            int mode = random.nextInt(MODES.length);
            int killed = 1 + (int) (40 * Math.pow(random.nextDouble(), 3));
            int group = town % 50 + random.nextInt(GROUPS - 50);
            String thing = THINGS[random.nextInt(THINGS.length)];
            for (int n = random.nextInt(5); n >= 0 && accounts.size() < count; n--) {
                accounts.add(
                        account(accounts.size(), random, town, day, mode, killed, group, thing));
            }
        }
        return accounts;
    }

    private static Account account(
            int number,
            Random random,
            int town,
            LocalDate day,
            int mode,
            int killed,
            int group,
            String thing) {
        boolean background = random.nextInt(25) == 0;
        LocalDate published =
                day.plusDays(background ? 200 + random.nextInt(2000) : random.nextInt(3));
        int dead = Math.max(1, killed + random.nextInt(3) - 1);
        String sentence = WORDS[mode] + " at a " + thing + " in Town" + town + " by Group" + group;
        Account.Quote quote = new Account.Quote(0, sentence.length(), sentence);
        boolean coarse = random.nextInt(12) == 0;
        String country = country(town);
        Account.Where where =
                coarse
                        ? new Account.Where(
                                "Country " + country,
                                Place.Kind.COUNTRY,
                                country,
                                null,
                                null,
                                null,
                                null,
                                Place.Precision.COUNTRY,
                                null,
                                null)
                        : new Account.Where(
                                "Town" + town,
                                Place.Kind.SETTLEMENT,
                                country,
                                "Province " + town % 400,
                                -40 + town % 80 + town / 100_000.0,
                                -170 + town % 340 + 0.5,
                                town,
                                Place.Precision.EXACT,
                                null,
                                null);
        Account.Party doer =
                new Account.Party(
                        "Group" + group,
                        Actor.Kind.GROUP,
                        null,
                        List.of("REB"),
                        "group-" + group,
                        List.of(),
                        List.of(),
                        null);
        return new Account(
                new Account.Document(
                        "d" + number / 2,
                        "report " + number / 2,
                        null,
                        "Paper " + number % 40,
                        null,
                        published.toString(),
                        "d" + number / 2,
                        List.of(),
                        List.of("Group" + group),
                        List.of(where.name())),
                "e1",
                String.format(Locale.ROOT, "%016x", number),
                "ASSAULT",
                MODES[mode],
                null,
                null,
                List.of(),
                Factuality.HAPPENED,
                Factuality.Certainty.CERTAIN,
                List.of(new Account.Mention(quote, quote, "made up")),
                random.nextBoolean() ? List.of(doer) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                when(random, day, background),
                List.of(where),
                List.of(
                        new Account.Toll(
                                Harm.Outcome.KILLED,
                                null,
                                "unknown",
                                null,
                                new Account.Amount(dead, dead, dead, null),
                                null,
                                null,
                                null,
                                null)),
                List.of(),
                List.of(),
                List.of(),
                sentence);
    }

    private static String country(int town) {
        int n = town % COUNTRIES;
        return "" + (char) ('A' + n / 26) + (char) ('A' + n % 26) + "X";
    }

    private static Account.@Nullable When when(Random random, LocalDate day, boolean background) {
        if (background) {
            LocalDate first = random.nextBoolean() ? day.withDayOfMonth(1) : day.withDayOfYear(1);
            boolean month = first.getDayOfYear() != 1 || random.nextBoolean();
            LocalDate last =
                    month ? first.plusMonths(1).minusDays(1) : first.plusYears(1).minusDays(1);
            return new Account.When(
                    first.toString(),
                    last.toString(),
                    month ? Time.Granularity.MONTH : Time.Granularity.YEAR,
                    null,
                    first.toString(),
                    null);
        }
        if (random.nextInt(10) == 0) {
            return null;
        }
        return new Account.When(
                day.toString(), day.toString(), Time.Granularity.DAY, null, day.toString(), null);
    }
}
