package org.casus.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.casus.app.http.Guard;
import org.casus.app.http.Role;
import org.casus.app.http.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around it.
 *
 * @param section the part of the workbench it belongs to: its entry of the navigation is lit
 * @param ledger where the ledger is, in words; empty for whoever may not know
 * @param done id of the decision that led here
 * @param covered whether passages that are hard to read are covered until they are asked for
 * @param discreet whether the names of private persons are hidden
 * @param here the address of this page, to come back to
 */
public record Page(
        String title,
        String section,
        Visitor visitor,
        String ledger,
        @Nullable String done,
        String here,
        boolean covered,
        boolean discreet,
        Assets assets) {
    /** Where a style or a script is. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** What htmx sends along with everything. */
    public String headers() {
        return "{\"" + Guard.TOKEN_HEADER + "\":\"" + visitor.token() + "\"}";
    }

    /** What covers passages that are hard to read, or uncovers them, and leads back here. */
    public String cover() {
        return "/reading?cover="
                + (covered ? "no" : "yes")
                + "&next="
                + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    public boolean reviewer() {
        return visitor.may(Role.REVIEWER);
    }

    public boolean admin() {
        return visitor.may(Role.ADMIN);
    }

    public boolean in(String other) {
        return section.equals(other);
    }
}
