package org.casus.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.publish.Words;
import org.jspecify.annotations.Nullable;

/**
 * What it cost people, in one way: by all sources, by kind of victim, and by each source.
 *
 * @param policy how one number was made of several
 */
public record TollView(
        String outcome,
        @Nullable Amount all,
        String policy,
        List<Row> groups,
        List<Row> told,
        List<String> warnings) {
    /**
     * One number, to be drawn on the line that all numbers of the toll share.
     *
     * @param label kind of victim, or who says so
     * @param bar null where there is nothing to draw
     * @param leftOut why it does not count, else null
     * @param address where it was told; null for a sum
     */
    public record Row(
            String label,
            String victims,
            @Nullable Amount amount,
            @Nullable Bar bar,
            @Nullable String leftOut,
            @Nullable String teller,
            @Nullable String address) {}

    /**
     * A range on a line that is 100 long.
     *
     * @param open whether it may be more
     */
    public record Bar(int from, int length, int best, boolean open) {
        static @Nullable Bar of(@Nullable Amount amount, int most) {
            if (amount == null || most <= 0) {
                return null;
            }
            int from = at(amount.least(), most);
            return new Bar(
                    from,
                    Math.max(1, at(amount.most(), most) - from),
                    at(amount.weight(), most),
                    amount.high() == null);
        }

        private static int at(int number, int most) {
            return (int) Math.round(100.0 * number / most);
        }
    }

    static List<TollView> all(Incident incident, Map<String, Account> accounts) {
        List<TollView> tolls = new ArrayList<>();
        incident.harms().forEach((outcome, toll) -> tolls.add(of(outcome, toll, accounts)));
        return tolls;
    }

    private static TollView of(String outcome, Incident.Toll toll, Map<String, Account> accounts) {
        Amount all = Amount.of(toll.low(), toll.best(), toll.high());
        int most = all == null ? 0 : all.most();
        for (Incident.Told told : toll.told()) {
            Amount amount = Amount.of(told.low(), told.best(), told.high());
            most = Math.max(most, amount == null ? 0 : amount.most());
        }
        List<Row> groups = new ArrayList<>();
        for (Incident.Group group : toll.groups()) {
            Amount amount = Amount.of(group.low(), group.best(), group.high());
            groups.add(
                    new Row(
                            group.victims(),
                            group.victims(),
                            amount,
                            Bar.of(amount, most),
                            null,
                            null,
                            null));
        }
        List<Row> told = new ArrayList<>();
        for (Incident.Told number : toll.told()) {
            told.add(row(outcome, number, accounts.get(number.account()), most));
        }
        return new TollView(outcome, all, Words.of(toll.policy()), groups, told, toll.warnings());
    }

    private static Row row(
            String outcome, Incident.Told told, @Nullable Account account, int most) {
        Amount amount = Amount.of(told.low(), told.best(), told.high());
        String teller = account == null ? null : IncidentView.teller(account);
        Quoted words = account == null ? null : words(outcome, told, account);
        return new Row(
                told.voice() == null ? "the report" : told.voice(),
                told.victims(),
                amount,
                Bar.of(amount, most),
                told.leftOut(),
                Objects.equals(teller, told.voice()) ? null : teller,
                words == null ? null : words.address());
    }

    /** The words of the number in its report: of its toll, else the sentence of the event. */
    private static @Nullable Quoted words(String outcome, Incident.Told told, Account account) {
        for (Account.Toll toll : account.tolls()) {
            Account.Amount count = toll.count();
            if (count != null
                    && Words.of(toll.outcome()).equals(outcome)
                    && toll.category().equals(told.victims())
                    && Objects.equals(count.low(), told.low())
                    && Objects.equals(count.best(), told.best())) {
                Account.Quote quote = count.quote() == null ? toll.quote() : count.quote();
                if (quote != null) {
                    return Quoted.of(account, quote);
                }
            }
        }
        return Quoted.of(account, account.mentions().get(0).sentence());
    }
}
