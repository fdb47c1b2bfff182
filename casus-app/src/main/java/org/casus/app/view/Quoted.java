package org.casus.app.view;

import org.casus.model.Account;
import org.jspecify.annotations.Nullable;

/**
 * Words of a report, and where they stand in it.
 *
 * @param start in Unicode code points of the report's text, as in its record
 */
public record Quoted(String document, int start, int end, String text) {
    static @Nullable Quoted of(Account account, Account.@Nullable Quote quote) {
        return quote == null
                ? null
                : new Quoted(account.document().id(), quote.start(), quote.end(), quote.text());
    }

    /** Whether they are hard to read. */
    public boolean graphic() {
        return Graphic.is(text);
    }

    /** Where the words are shown. */
    public String address() {
        return "/reports/" + document + "?at=" + start + "-" + end + "#at";
    }
}
