package org.casus.publish.export;

import java.util.HashMap;
import java.util.Map;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** What other collections call and number countries: {@code publish/countries.table}. */
public final class Countries {
    /**
     * A country.
     *
     * @param numeric ISO 3166-1
     * @param cow state number of the Correlates of War
     * @param gw state number of Gleditsch and Ward
     */
    public record Country(
            String name,
            @Nullable Integer numeric,
            @Nullable Integer cow,
            @Nullable Integer gw,
            String acled,
            String ucdp,
            @Nullable String acledRegion,
            @Nullable String ucdpRegion) {}

    private static final Map<String, Country> BY_CODE = load();

    private Countries() {}

    /**
     * The country of a code.
     *
     * @param code ISO 3166-1 alpha-3; null gives null
     */
    public static @Nullable Country of(@Nullable String code) {
        return code == null ? null : BY_CODE.get(code);
    }

    private static Map<String, Country> load() {
        Problems problems = new Problems();
        Map<String, Country> byCode = new HashMap<>();
        Table.read(
                "publish/countries.table",
                problems,
                row -> {
                    String name = row.get("name");
                    Country country =
                            new Country(
                                    name,
                                    number(row, "numeric"),
                                    number(row, "cow"),
                                    number(row, "gw"),
                                    or(row.get("acled"), name),
                                    or(row.get("ucdp"), name),
                                    blankToNull(row.get("acled-region")),
                                    blankToNull(row.get("ucdp-region")));
                    if (byCode.put(row.get("code"), country) != null) {
                        row.problem(row.get("code") + " stands twice");
                    }
                });
        problems.throwIfAny();
        return Map.copyOf(byCode);
    }

    private static @Nullable Integer number(Table.Row row, String column) {
        String cell = row.get(column);
        try {
            return cell.isEmpty() ? null : Integer.valueOf(cell);
        } catch (NumberFormatException e) {
            row.problem(column + " is \"" + cell + "\", which is no number");
            return null;
        }
    }

    private static String or(String cell, String other) {
        return cell.isEmpty() ? other : cell;
    }

    private static @Nullable String blankToNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
