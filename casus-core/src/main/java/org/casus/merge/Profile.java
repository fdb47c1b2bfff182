package org.casus.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.jspecify.annotations.Nullable;

/** What comparing needs of an account, worked out once. */
final class Profile {
    /** Mentions beyond the first few repeat themselves. */
    private static final int MENTIONS = 4;

    final Account account;
    final Set<String> deeds;
    final List<String> families;
    final boolean real;
    final Period period;
    final @Nullable Long published;
    final List<Spot> spots;
    final boolean finePlace;
    final List<Person> sources;
    final List<Person> targets;
    final Set<String> objects;
    final Map<Harm.Outcome, Account.Amount> tolls;

    /** Stems of the words that tell the event. */
    final Set<String> triggers = new HashSet<>();

    /** Telling words of the sentences that tell it. */
    final Set<String> words = new HashSet<>();

    /** Last names of persons in those sentences, those who only speak there left out. */
    final Set<String> persons = new HashSet<>();

    /** Names in the whole report that are not everybody's. */
    final Set<String> names = new LinkedHashSet<>();

    Profile(Account account, Words words, Deeds deeds) {
        this.account = account;
        this.deeds = deeds.of(account.type(), account.mode());
        this.real = real(account.factuality());
        this.period = Period.of(account.time());
        this.published = Period.day(account.document().published());
        this.spots = account.places().stream().map(Spot::of).toList();
        this.finePlace = spots.stream().anyMatch(Spot::fine);
        this.sources = account.sources().stream().map(p -> Person.of(p, words)).toList();
        this.targets = account.targets().stream().map(p -> Person.of(p, words)).toList();
        this.objects = new HashSet<>();
        for (Account.Thing thing : account.objects()) {
            List<String> parts = Words.split(thing.name() == null ? "" : thing.name());
            if (!parts.isEmpty()) {
                objects.add(Words.stem(parts.get(parts.size() - 1)));
            }
        }
        this.tolls = tolls(account);
        Account.@Nullable Mention before = null;
        for (Account.Mention m :
                account.mentions().subList(0, Math.min(MENTIONS, account.mentions().size()))) {
            String first = Words.split(m.trigger().text()).stream().findFirst().orElse("");
            triggers.add(Words.stem(first));
            if (before == null || !before.sentence().equals(m.sentence())) {
                this.words.addAll(words.telling(m.sentence().text()));
                persons(account, Words.split(m.sentence().text()));
            }
            before = m;
        }
        this.families = Deeds.families(account.type(), this.deeds);
        names(account.document(), words);
    }

    private void persons(Account account, List<String> sentence) {
        Set<String> speakers = new HashSet<>();
        for (Account.Statement s : account.statements()) {
            for (Account.Voice v : s.chain()) {
                if (v.who() != null) {
                    speakers.add(v.who().name());
                }
            }
        }
        for (String person : account.document().people()) {
            List<String> parts = Words.split(person);
            if (!parts.isEmpty()
                    && !speakers.contains(person)
                    && sentence.contains(parts.get(parts.size() - 1))) {
                persons.add(parts.get(parts.size() - 1));
            }
        }
    }

    private static boolean real(Factuality factuality) {
        return switch (factuality) {
            case HAPPENED, ONGOING, ATTEMPTED, POSSIBLE, NOT_HAPPENED -> true;
            case PLANNED, THREATENED, DEMANDED, HYPOTHETICAL -> false;
        };
    }

    private void names(Account.Document document, Words words) {
        for (String person : document.people()) {
            List<String> parts = Words.split(person);
            if (!parts.isEmpty()) {
                add(parts.get(parts.size() - 1), words);
            }
        }
        for (String name : document.organizations()) {
            add(String.join(" ", Words.split(name)), words);
        }
        for (String name : document.locations()) {
            add(String.join(" ", Words.split(name)), words);
        }
    }

    private void add(String name, Words words) {
        if (name.length() > 2 && !List.of(name.split(" ")).stream().allMatch(words::common)) {
            names.add(name);
        }
    }

    /** The largest number told of each outcome that is no part of another. */
    private static Map<Harm.Outcome, Account.Amount> tolls(Account account) {
        Map<Harm.Outcome, Account.Amount> largest = new LinkedHashMap<>();
        for (Account.Toll toll : account.tolls()) {
            Account.Amount n = toll.count();
            if (n != null && toll.partOf() == null && toll.derived() == null) {
                largest.merge(toll.outcome(), n, (a, b) -> least(a) >= least(b) ? a : b);
            }
        }
        return largest;
    }

    private static int least(Account.Amount n) {
        return n.low() != null ? n.low() : n.best() != null ? n.best() : 0;
    }

    /** Whether nothing but its kind is told of it. */
    boolean bare() {
        return spots.isEmpty() && !period.known() && targets.isEmpty() && tolls.isEmpty();
    }

    List<Person> people() {
        List<Person> all = new ArrayList<>(sources);
        all.addAll(targets);
        return all;
    }
}
