package org.casus.app.view;

import java.util.List;
import org.casus.store.Ledger;
import org.casus.store.Person;

/** Who may come in. */
public record TeamView(List<Member> members) {
    /**
     * Somebody with an account.
     *
     * @param role "reader", "reviewer", "admin"
     * @param since ISO date-time
     */
    public record Member(String name, String role, boolean disabled, String since) {}

    public static TeamView of(Ledger ledger) {
        return new TeamView(ledger.team().people().stream().map(TeamView::member).toList());
    }

    private static Member member(Person person) {
        return new Member(person.name(), person.rank().word(), person.disabled(), person.since());
    }
}
