package org.casus.app.view;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.store.Ledger;
import org.casus.store.Team;

/**
 * What was done, the last act first.
 *
 * @param who whose acts; empty for everybody's
 * @param act which; empty for all
 * @param before only acts with a smaller number; 0 for the last ones
 * @param next the same for the page of older acts; 0 where there are none
 */
public record ActsView(String who, String act, long before, long next, List<Act> acts) {
    private static final int PAGE = 200;
    private static final Pattern INCIDENT = Pattern.compile(" of (\\p{XDigit}{8,})$");

    /**
     * An act.
     *
     * @param at ISO date-time
     * @param source address it came from, or "terminal"
     */
    public record Act(long number, String at, String who, String act, String about, String source) {
        /** The page of what it was done to; empty where there is none. */
        public String address() {
            Matcher incident = INCIDENT.matcher(about);
            return incident.find() ? "/incidents/" + incident.group(1) : "";
        }
    }

    public static ActsView of(Ledger ledger, String who, String act, long before) {
        List<Act> acts =
                ledger.team().acts(who, act, before, PAGE + 1).stream().map(ActsView::act).toList();
        boolean more = acts.size() > PAGE;
        List<Act> shown = more ? acts.subList(0, PAGE) : acts;
        return new ActsView(who, act, before, more ? shown.get(PAGE - 1).number() : 0, shown);
    }

    private static Act act(Team.Act act) {
        return new Act(act.number(), act.at(), act.who(), act.act(), act.about(), act.source());
    }
}
