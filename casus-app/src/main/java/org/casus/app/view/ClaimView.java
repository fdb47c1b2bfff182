package org.casus.app.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.model.Account;
import org.casus.model.Claim;
import org.casus.publish.Words;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a sentence: who, said or denied, what.
 *
 * @param speaker chain of sources in words, outermost first; empty for the report's own voice
 * @param verb "said", "denied" …
 * @param against whether it speaks against the incident or a number of it
 * @param about what of the incident it is about: "9 killed"; empty for the incident itself
 * @param content the words that are said
 * @param quoted whether the report puts them between quotation marks
 * @param hedges words by which the report keeps its distance
 * @param teller the outlet, or the key of the report
 */
public record ClaimView(
        String speaker,
        String verb,
        String stance,
        boolean against,
        List<String> about,
        @Nullable Quoted content,
        boolean quoted,
        List<String> hedges,
        String teller,
        @Nullable String published,
        String address) {
    private static final Set<Claim.Stance> AGAINST =
            EnumSet.of(Claim.Stance.DENIES, Claim.Stance.DOUBTS);

    /** What accounts have of others, each once; not what they say in their own voice. */
    static List<ClaimView> all(List<Account> accounts) {
        Set<ClaimView> claims = new LinkedHashSet<>();
        for (Account account : accounts) {
            for (Account.Statement statement : account.statements()) {
                if (!statement.chain().isEmpty() || !statement.hedges().isEmpty()) {
                    claims.add(of(account, statement));
                }
            }
        }
        return List.copyOf(claims);
    }

    private static ClaimView of(Account account, Account.Statement statement) {
        Quoted content = Quoted.of(account, statement.content());
        Quoted shown =
                content != null
                        ? content
                        : Quoted.of(account, account.mentions().get(0).sentence());
        List<String> about = new ArrayList<>();
        if (!statement.aboutEvent()) {
            for (int toll : statement.aboutTolls()) {
                about.add(toll(account.tolls().get(toll)));
            }
        }
        return new ClaimView(
                Phrases.speaker(statement.chain()),
                statement.stance().verb(),
                Words.of(statement.stance()),
                AGAINST.contains(statement.stance()),
                about,
                content,
                statement.quoted(),
                statement.hedges().stream().map(Account.Quote::text).toList(),
                IncidentView.teller(account),
                account.document().published(),
                shown == null ? "/reports/" + account.document().id() : shown.address());
    }

    private static String toll(Account.Toll toll) {
        Account.Amount count = toll.count();
        Amount amount = count == null ? null : Amount.of(count.low(), count.best(), count.high());
        return (amount == null ? "" : amount.words() + " ")
                + (toll.category().equals("unknown") ? "" : toll.category() + " ")
                + Words.of(toll.outcome());
    }

    /** What it is about, in words. */
    public String aboutWords() {
        return about.stream().distinct().collect(Collectors.joining(", "));
    }
}
