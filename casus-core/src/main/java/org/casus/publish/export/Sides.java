package org.casus.publish.export;

import java.util.HashMap;
import java.util.Map;
import org.casus.model.Account.Party;
import org.casus.model.Actor;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Who stands on which side, by sector: {@code publish/sectors.table}. */
final class Sides {
    /** What one is where there is fighting. */
    enum Side {
        STATE,
        ARMED,
        CIVILIAN
    }

    /** ACLED's numbers for kinds of actors. */
    static final int RIOTERS = 5;

    static final int PROTESTERS = 6;
    static final int CIVILIANS = 7;

    private static final int STATE_FORCES = 1;
    private static final int FROM_OUTSIDE = 8;

    private record Standing(@Nullable Side side, int inter) {}

    private static final Map<String, Standing> BY_SECTOR = load();

    private Sides() {}

    /** The side of a party; null where nothing tells. */
    static @Nullable Side of(Party party) {
        Standing standing = standing(party);
        return standing == null ? null : standing.side();
    }

    /**
     * ACLED's number for the kind of a party.
     *
     * @param country where it acts, ISO 3166-1 alpha-3
     */
    static @Nullable Integer inter(Party party, @Nullable String country) {
        Standing standing = standing(party);
        if (standing == null) {
            return null;
        }
        boolean abroad =
                party.country() != null && country != null && !party.country().equals(country);
        return standing.inter() == STATE_FORCES && abroad ? FROM_OUTSIDE : standing.inter();
    }

    private static @Nullable Standing standing(Party party) {
        for (String sector : party.sectors()) {
            Standing standing = BY_SECTOR.get(sector);
            if (standing != null) {
                return standing;
            }
        }
        if (party.kind() == Actor.Kind.STATE) {
            return BY_SECTOR.get("GOV");
        }
        return party.kind() == Actor.Kind.POPULATION ? BY_SECTOR.get("CVL") : null;
    }

    private static Map<String, Standing> load() {
        Problems problems = new Problems();
        Map<String, Standing> bySector = new HashMap<>();
        Table.read(
                "publish/sectors.table",
                problems,
                row -> {
                    String side = row.get("side");
                    String inter = row.get("inter");
                    if (!inter.matches("[1-8]")) {
                        row.problem("inter is \"" + inter + "\", not a number from 1 to 8");
                        return;
                    }
                    Side of =
                            switch (side) {
                                case "state" -> Side.STATE;
                                case "armed" -> Side.ARMED;
                                case "civilian" -> Side.CIVILIAN;
                                default -> null;
                            };
                    if (of == null && !side.isEmpty()) {
                        row.problem("side is \"" + side + "\", not state, armed or civilian");
                    }
                    Standing standing = new Standing(of, Integer.parseInt(inter));
                    if (bySector.put(row.get("sector"), standing) != null) {
                        row.problem(row.get("sector") + " stands twice");
                    }
                });
        problems.throwIfAny();
        return Map.copyOf(bySector);
    }
}
