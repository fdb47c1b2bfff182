package org.casus.publish.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.model.Account;
import org.casus.model.Actor;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;

/**
 * Hides who private persons are. A person is private who stands in no table of actors and of whom
 * no report says an office, a rank or a body that he or she belongs to; civilians, witnesses,
 * victims. Their names go out of every value and quotation, and the positions of quotations stay.
 */
public final class Redaction {
    private static final String WITHHELD = "[name withheld]";

    private Redaction() {}

    /** The same without the names of private persons. */
    public static Case of(Case told) {
        Set<String> known = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(
                        parties(told.incident()),
                        told.accounts().stream().flatMap(Redaction::parties))
                .forEach(
                        party -> {
                            if (party.kind() == Actor.Kind.PERSON) {
                                (isPrivate(party) ? names : known).addAll(names(party));
                            }
                        });
        // Persons of whom a report says nothing but the name.
        told.accounts().forEach(account -> names.addAll(account.document().people()));
        names.removeAll(known);
        if (names.isEmpty()) {
            return told;
        }
        Pattern pattern = pattern(names);
        return new Case(
                LedgerJson.incident(without(LedgerJson.line(told.incident()), pattern)),
                told.accounts().stream()
                        .map(
                                account ->
                                        LedgerJson.account(
                                                without(LedgerJson.line(account), pattern)))
                        .toList());
    }

    private static Stream<Account.Party> parties(Incident incident) {
        return Stream.concat(incident.sources().stream(), incident.targets().stream());
    }

    private static Stream<Account.Party> parties(Account account) {
        List<Account.Party> parties = new ArrayList<>(account.sources());
        parties.addAll(account.targets());
        for (Account.Statement statement : account.statements()) {
            for (Account.Voice voice : statement.chain()) {
                if (voice.who() != null) {
                    parties.add(voice.who());
                }
            }
        }
        for (Account.Charge charge : account.charges()) {
            parties.add(charge.who());
        }
        return parties.stream();
    }

    private static boolean isPrivate(Account.Party party) {
        return party.entity() == null
                && party.memberOf().isEmpty()
                && party.sectors().stream().allMatch("CVL"::equals);
    }

    /** What is a name of a party, and not a description in small letters. */
    private static List<String> names(Account.Party party) {
        return Stream.concat(Stream.of(party.name()), party.names().stream())
                .filter(name -> name.length() > 2 && Character.isUpperCase(name.codePointAt(0)))
                .toList();
    }

    /** The longest first, so that no half of a name stays. */
    private static Pattern pattern(Set<String> names) {
        return Pattern.compile(
                names.stream()
                        .filter(name -> name.length() > 2)
                        .sorted(
                                Comparator.comparing(String::length)
                                        .reversed()
                                        .thenComparing(Comparator.naturalOrder()))
                        .map(Redaction::inJson)
                        .map(Pattern::quote)
                        .collect(
                                Collectors.joining(
                                        "|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    /** As the name is spelled within a JSON string. */
    private static String inJson(String name) {
        return name.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String without(String line, Pattern names) {
        return names.matcher(line).replaceAll(Matcher.quoteReplacement(WITHHELD));
    }
}
