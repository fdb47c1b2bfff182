package org.casus.merge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.model.Account;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Place;
import org.jspecify.annotations.Nullable;

/** What comparing needs of an account, worked out once. */
final class Profile {
    /** Mentions beyond the first few repeat themselves. */
    private static final int MENTIONS = 4;

    /** A report that names everybody tells one story no better for it. */
    private static final int MOST_NAMES = 12;

    final Account account;
    final Set<String> deeds;
    final List<String> families;
    final boolean real;
    final Period period;
    final Partial partial;
    final @Nullable Long published;

    /** The places that it is told of. */
    final List<Spot> spots;

    /** The country that its report is about, where none is told of it. */
    final @Nullable String assumed;

    final boolean finePlace;
    final List<Person> sources;
    final List<Person> targets;

    /** What was hit, by the words of {@code merge/things.table}, and wider words for it. */
    final Set<String> objects;

    final Set<String> wider;
    final Map<Harm.Outcome, Account.Amount> tolls;

    /** Stems of the words that tell the event. */
    final Set<String> triggers;

    /** The deed, where the words that tell it first are of {@code merge/told-by.table}. */
    final Set<String> toldBy;

    /** Telling words of the sentences that tell it. */
    final Set<String> words;

    /** Last names of persons in those sentences, those who only speak there left out. */
    final Set<String> persons;

    /** Places that those sentences name, whatever part they play there. */
    final Set<String> locations;

    /** Names in the whole report that are not everybody's; the first few of them in order. */
    final Set<String> names;

    final List<String> firstNames;

    private long @Nullable [] keys;

    Profile(Account account, Words words, Deeds deeds) {
        this.account = account;
        this.objects = objects(account, deeds.things());
        this.wider = deeds.things().wider(this.objects);
        this.deeds = deeds.of(account.type(), account.mode(), told(account), this.objects);
        this.toldBy = deeds.toldBy(account.type(), told(account));
        this.real = real(account.factuality());
        this.partial = Partial.of(account.time());
        this.published = Period.day(account.document().published());
        this.period = Period.of(account);
        this.spots = account.places().stream().filter(p -> !isAssumed(p)).map(Spot::of).toList();
        this.assumed =
                account.places().stream()
                        .filter(p -> isAssumed(p) && spots.isEmpty())
                        .map(Account.Where::country)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        this.finePlace = spots.stream().anyMatch(spot -> spot.fine() && spot.admin1() != null);
        this.sources = account.sources().stream().map(p -> Person.of(p, words)).toList();
        this.targets = account.targets().stream().map(p -> Person.of(p, words)).toList();
        this.tolls = tolls(account);
        Set<String> triggers = new HashSet<>();
        Set<String> telling = new HashSet<>();
        Set<String> persons = new HashSet<>();
        Set<String> locations = new HashSet<>();
        Account.@Nullable Mention before = null;
        for (Account.Mention m :
                account.mentions().subList(0, Math.min(MENTIONS, account.mentions().size()))) {
            String first = Words.split(m.trigger().text()).stream().findFirst().orElse("");
            triggers.add(Words.stem(first));
            if (before == null || !before.sentence().equals(m.sentence())) {
                telling.addAll(words.telling(m.sentence().text()));
                List<String> sentence = Words.split(m.sentence().text());
                persons(account, sentence, words, persons);
                locations(account, sentence, words, locations);
            }
            before = m;
        }
        this.triggers = Set.copyOf(triggers);
        this.words = Set.copyOf(telling);
        this.persons = Set.copyOf(persons);
        this.locations = Set.copyOf(locations);
        this.families = Deeds.families(account.type(), this.deeds);
        Set<String> names = names(account.document(), words);
        this.names = Set.copyOf(names);
        this.firstNames = names.stream().limit(MOST_NAMES).toList();
    }

    /** The blocks that the account stands in: see {@link Keys}. */
    long[] keys() {
        long[] known = keys;
        if (known == null) {
            known = Keys.of(this);
            keys = known;
        }
        return known;
    }

    /** Stems of the words that tell it first. */
    private static String told(Account account) {
        return account.mentions().isEmpty()
                ? ""
                : Words.split(account.mentions().get(0).trigger().text()).stream()
                        .map(Words::stem)
                        .collect(Collectors.joining(" "));
    }

    private static Set<String> objects(Account account, Things things) {
        Set<String> objects = new HashSet<>();
        for (Account.Thing thing : account.objects()) {
            List<String> parts = Words.split(thing.name() == null ? "" : thing.name());
            if (!parts.isEmpty()) {
                objects.add(things.of(Words.stem(parts.get(parts.size() - 1))));
            }
        }
        return Set.copyOf(objects);
    }

    private static void locations(
            Account account, List<String> sentence, Words words, Set<String> locations) {
        String text = " " + String.join(" ", sentence) + " ";
        Account.Document document = account.document();
        for (String location : document.locations()) {
            String name = String.join(" ", Words.split(location));
            boolean actor =
                    document.organizations().contains(location)
                            || document.people().stream()
                                    .anyMatch(person -> person.endsWith(location));
            if (!actor && text.contains(" " + name + " ")) {
                location(name, words, locations);
            }
        }
    }

    private static void persons(
            Account account, List<String> sentence, Words words, Set<String> persons) {
        if (account.document().people().isEmpty()) {
            return;
        }
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
                    && !words.describes(person)
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

    private static Set<String> names(Account.Document document, Words words) {
        Set<String> names = new LinkedHashSet<>();
        for (String person : document.people()) {
            List<String> parts = Words.split(person);
            if (!parts.isEmpty() && !words.describes(person)) {
                add(parts.get(parts.size() - 1), words, names);
            }
        }
        for (String name : document.organizations()) {
            add(String.join(" ", Words.split(name)), words, names);
        }
        for (String name : document.locations()) {
            location(String.join(" ", Words.split(name)), words, names);
        }
        return names;
    }

    /** Mexico City is a name, though Mexico is everybody's. */
    private static void location(String name, Words words, Set<String> names) {
        if (name.indexOf(' ') < 0) {
            add(name, words, names);
        } else if (!words.land(name)) {
            names.add(name);
        }
    }

    private static void add(String name, Words words, Set<String> names) {
        if (name.length() > 2 && !List.of(name.split(" ")).stream().allMatch(words::common)) {
            names.add(name);
        }
    }

    /** The largest number told of each outcome that is no part of another. */
    private static Map<Harm.Outcome, Account.Amount> tolls(Account account) {
        Map<Harm.Outcome, Account.Amount> largest = new EnumMap<>(Harm.Outcome.class);
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

    /** A country that no words of the report place it in. */
    private static boolean isAssumed(Account.Where place) {
        return place.quote() == null && place.kind() == Place.Kind.COUNTRY;
    }

    /** The countries that it happened in, as far as known or to be assumed. */
    Set<String> countries() {
        Set<String> countries = new HashSet<>();
        spots.stream().map(Spot::country).filter(Objects::nonNull).forEach(countries::add);
        if (assumed != null) {
            countries.add(assumed);
        }
        return countries;
    }

    /** The same, with those of whoever takes part. */
    Set<String> lands() {
        Set<String> lands = countries();
        Stream.concat(account.sources().stream(), account.targets().stream())
                .map(Account.Party::country)
                .filter(Objects::nonNull)
                .forEach(lands::add);
        return lands;
    }

    List<Person> people() {
        List<Person> all = new ArrayList<>(sources);
        all.addAll(targets);
        return all;
    }
}
