package org.casus.extract.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.model.Actor;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Frame;
import org.casus.rule.Match;
import org.casus.rule.Ontology;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/**
 * Files events under the sub-event types of ACLED. These ask for more than what was done: the same
 * blow is an armed clash, an attack or mob violence by who struck whom, a town is regained or
 * overtaken by who took it, and a protest is one with intervention by what the police did. So an
 * event begins with the sub-event type of its frame and is then filed by its sides, its weapons and
 * its company. Source: ACLED Codebook, 2023.
 */
public final class SubEvents {
    private static final String CLASH = "Armed clash";
    private static final String REGAINED = "Government regains territory";
    private static final String OVERTAKEN = "Non-state actor overtakes territory";
    private static final String HANDED_OVER = "Non-violent transfer of territory";
    private static final String CHEMICAL = "Chemical weapon";
    private static final String FROM_THE_AIR = "Air/drone strike";
    private static final String SUICIDE = "Suicide bomb";
    private static final String SHELLING = "Shelling/artillery/missile attack";
    private static final String REMOTE = "Remote explosive/landmine/IED";
    private static final String GRENADE = "Grenade";
    private static final String ATTACK = "Attack";
    private static final String ABDUCTION = "Abduction/forced disappearance";
    private static final String PEACEFUL = "Peaceful protest";
    private static final String INTERVENTION = "Protest with intervention";
    private static final String EXCESSIVE = "Excessive force against protesters";
    private static final String VIOLENT = "Violent demonstration";
    private static final String MOB = "Mob violence";
    private static final String ARRESTS = "Arrests";
    private static final String DISRUPTED = "Disrupted weapons use";
    private static final String LOOTING = "Looting/property destruction";

    /** What a closer look at the weapon may change. */
    private static final Set<String> PLAIN = Set.of(ATTACK, LOOTING, CLASH);

    private static final Set<String> FORCE = Set.of(ATTACK, CLASH, EXCESSIVE, INTERVENTION);

    /** Of two events of a sentence one of which tells only who died, the other tells how. */
    private static final Set<String> FROM_AFAR =
            Set.of(FROM_THE_AIR, SUICIDE, SHELLING, REMOTE, GRENADE, CHEMICAL);

    private static final Set<String> GROUND = Set.of(REGAINED, OVERTAKEN, HANDED_OVER);

    /** The defenceless, armed or not before, are attacked and do not clash. */
    private static final Set<String> DEFENCELESS = Set.of("targeted", "torture", "beat", "sexual");

    /** PLOVER sectors of those who bear arms for a state, and of those who do for others. */
    private static final Set<String> STATE = Set.of("MIL", "COP", "SPY");

    private static final Set<String> OTHERS = Set.of("REB", "PRM", "UAF", "CRM", "PRE");

    private static final Set<Factuality> DONE =
            Set.of(Factuality.HAPPENED, Factuality.ONGOING, Factuality.ATTEMPTED);

    private static final Pattern WITHOUT_A_FIGHT =
            Pattern.compile(
                    "(?i)\\b(without (a |any |further )?(fight|fighting|struggle|battle|resistance|"
                            + "clash|clashes|bloodshed|shot|firing|meeting resistance)|unopposed|"
                            + "peacefully|bloodlessly|abandoned|vacated|unresisted)\\b");

    private static final Pattern REST_OF_A_NAME =
            Pattern.compile(" (of|in|from|at|on|near|with|who|under|for|outside) .*");

    private static final Map<String, String> SIDES = sides();

    private final List<Draft> drafts;
    private final Collection<Match> hurt;
    private final Map<Draft, String> filed = new IdentityHashMap<>();

    /**
     * @param hurt the deeds that killed or wounded somebody
     */
    public SubEvents(List<Draft> drafts, Collection<Match> hurt) {
        this.drafts = drafts;
        this.hurt = hurt;
        for (Draft d : drafts) {
            String alone = alone(d);
            if (alone != null) {
                filed.put(d, alone);
            }
        }
        Map<Draft, String> alone = new IdentityHashMap<>(filed);
        alone.forEach((d, code) -> filed.put(d, inCompany(d, code, alone)));
    }

    /** The sub-event type of an event; null where ACLED has none for it. */
    public @Nullable String of(Draft d) {
        return filed.get(d);
    }

    // ---- an event by itself

    private @Nullable String alone(Draft d) {
        String told = told(d);
        if (told == null) {
            return null;
        }
        return switch (d.type()) {
            case "ASSAULT" -> blow(d, byWeapon(d, told));
            case "COERCE" -> power(d, told);
            case "PROTEST" -> told.equals(VIOLENT) && isWrecking(d) ? LOOTING : told;
            default -> told;
        };
    }

    /** What the frame says, or the kind of event by itself. */
    private static @Nullable String told(Draft d) {
        Frame frame = d.main().frame();
        String mode = d.mode();
        String its = frame.type().equals(d.type()) ? frame.acled() : null;
        boolean closer =
                its != null
                        && (Objects.equals(frame.mode(), mode)
                                || !its.equals(Ontology.entry(d.type(), frame.mode()).acled()));
        String told = closer ? its : Ontology.entry(d.type(), mode).acled();
        if (LOOTING.equals(told) && d.type().equals("ASSAULT") && killed(d)) {
            return ATTACK;
        }
        if (!ATTACK.equals(told)) {
            return told;
        }
        return d.matches().stream()
                .map(m -> m.frame().acled())
                .filter(CLASH::equals)
                .findFirst()
                .orElse(told);
    }

    /** "burned the houses and massacred the farmers": that people died weighs more. */
    private static boolean killed(Draft d) {
        return d.matches().stream().anyMatch(m -> m.frame().harm() == Harm.Outcome.KILLED);
    }

    private static String byWeapon(Draft d, String told) {
        if (!told.equals(LOOTING) && d.isWith("chemical") && d.isAssaultOf("unconventional")) {
            return CHEMICAL;
        }
        if (told.equals(REMOTE) && d.isWith("grenade")) {
            return GRENADE;
        }
        if (!PLAIN.contains(told)) {
            return told;
        }
        if (d.isWith("aircraft") || d.isWith("helicopter") || d.isWith("drone")) {
            return FROM_THE_AIR;
        }
        if (d.isWith("mortar")
                || d.isWith("artillery")
                || d.isWith("rocket")
                || d.isWith("missile")) {
            return told.equals(CLASH) ? told : SHELLING;
        }
        boolean charge = d.isWith("bomb") || d.isWith("explosive") || d.isWith("mine");
        return charge && !told.equals(CLASH) ? REMOTE : told;
    }

    private String blow(Draft d, String code) {
        boolean byCrowd = has(d.sources(), "crowd") && !isArmed(d.sources());
        boolean byProtesters = isProtesting(d.sources());
        if (code.equals(MOB) && isState(d.targets())) {
            return VIOLENT;
        }
        if (byProtesters && Set.of(ATTACK, CLASH, LOOTING, MOB).contains(code)) {
            return VIOLENT;
        }
        if (byCrowd && Set.of(ATTACK, CLASH, LOOTING).contains(code) && !isShooting(d)) {
            return MOB;
        }
        if (FORCE.contains(code) && isProtesting(d.targets()) && !byCrowd) {
            return isHurting(d) ? EXCESSIVE : code.equals(EXCESSIVE) ? code : INTERVENTION;
        }
        if (code.equals(ATTACK) && isArmed(d.targets()) && !DEFENCELESS.contains(mode(d))) {
            return CLASH;
        }
        if (code.equals(ATTACK)
                && d.objects().stream().anyMatch(o -> "armed".equals(side(o.name())))
                && !isCivilian(d.targets())) {
            return CLASH;
        }
        if (code.equals(ABDUCTION) && isState(d.sources()) && isArmed(d.targets())) {
            return ARRESTS;
        }
        return code;
    }

    private static String power(Draft d, String told) {
        if (told.equals(LOOTING) && isState(d.sources()) && isOfWeapons(d)) {
            return DISRUPTED;
        }
        if (told.equals(LOOTING) && d.main().frame().contexts().contains("territory")) {
            return ground(d, OVERTAKEN);
        }
        return told.equals(ARRESTS) ? arrest(d) : GROUND.contains(told) ? ground(d, told) : told;
    }

    private static boolean isOfWeapons(Draft d) {
        return !d.objects().isEmpty()
                && d.objects().stream().allMatch(o -> "weapon".equals(o.kind()));
    }

    /** Only an authority arrests; when others hold people, ACLED has them abducted. */
    private static String arrest(Draft d) {
        boolean byOthers =
                d.sources().stream().anyMatch(r -> isOf(r, OTHERS))
                        && d.sources().stream().noneMatch(r -> isOf(r, STATE));
        return byOthers ? ABDUCTION : ARRESTS;
    }

    private static String ground(Draft d, String told) {
        if (WITHOUT_A_FIGHT.matcher(words(d.main().sentence())).find()) {
            return HANDED_OVER;
        }
        if (told.equals(HANDED_OVER) || d.sources().isEmpty()) {
            return told;
        }
        boolean others = d.sources().stream().anyMatch(r -> isOf(r, OTHERS));
        if (others) {
            return OVERTAKEN;
        }
        boolean abroad =
                d.sources().stream()
                        .map(Event.Role::actor)
                        .filter(Objects::nonNull)
                        .anyMatch(
                                a ->
                                        a.country() != null
                                                && d.places().stream()
                                                        .map(Event.At::place)
                                                        .map(Place::country)
                                                        .filter(Objects::nonNull)
                                                        .anyMatch(c -> !c.equals(a.country())));
        return isState(d.sources()) ? abroad ? OVERTAKEN : REGAINED : told;
    }

    private static String words(Sentence s) {
        return s.tokens().stream().map(Token::form).collect(Collectors.joining(" "));
    }

    // ---- an event among others

    private String inCompany(Draft d, String code, Map<Draft, String> alone) {
        if (code.equals(ATTACK) || code.equals(CLASH)) {
            String ground = groundWon(d, alone);
            if (ground != null) {
                return ground;
            }
        }
        if (d.type().equals("ASSAULT") && PLAIN.contains(code)) {
            String graver = graver(d, code, alone);
            return graver != null ? graver : atProtest(d, code, alone);
        }
        return atProtest(d, code, alone);
    }

    /** "attacked the town and took it". */
    private @Nullable String groundWon(Draft d, Map<Draft, String> alone) {
        for (Draft other : beside(d, 0)) {
            String ground = alone.get(other);
            if ((REGAINED.equals(ground) || OVERTAKEN.equals(ground))
                    && (d.sources().isEmpty() || share(d.sources(), other.sources()))) {
                return ground;
            }
        }
        return null;
    }

    /** "attacked the village and burned it", "a bomb went off, killing two". */
    private @Nullable String graver(Draft d, String code, Map<Draft, String> alone) {
        for (Draft other : beside(d, 0)) {
            String its = other.type().equals("ASSAULT") ? alone.get(other) : null;
            if (its == null) {
                continue;
            }
            boolean graver =
                    code.equals(LOOTING)
                            ? FORCE.contains(its) && share(d.sources(), other.sources())
                            : FROM_AFAR.contains(its)
                                    && d.sources().isEmpty()
                                    && d.instruments().isEmpty();
            if (graver) {
                return its;
            }
        }
        return null;
    }

    private String atProtest(Draft d, String code, Map<Draft, String> alone) {
        boolean protest = d.type().equals("PROTEST");
        if (!protest && !Set.of(MOB, LOOTING, INTERVENTION, ARRESTS).contains(code)) {
            return code;
        }
        List<Draft> near = beside(d, 1);
        if (!protest && near.stream().noneMatch(o -> o.type().equals("PROTEST"))) {
            return code;
        }
        if (code.equals(LOOTING) || code.equals(MOB)) {
            boolean same =
                    beside(d, 0).stream()
                            .anyMatch(
                                    o ->
                                            o.type().equals("PROTEST")
                                                    && (code.equals(MOB)
                                                            || d.sources().isEmpty()
                                                            || share(d.sources(), o.sources())));
            return same ? VIOLENT : code;
        }
        if (code.equals(ARRESTS)) {
            boolean ofProtesters =
                    near.stream()
                            .anyMatch(
                                    o ->
                                            o.type().equals("PROTEST")
                                                    && (o.main().sentence() == d.main().sentence()
                                                            || share(d.targets(), o.sources())));
            return ofProtesters ? INTERVENTION : code;
        }
        return protest && !Set.of(PEACEFUL, INTERVENTION, VIOLENT).contains(code)
                ? code
                : strongest(d, code, near, alone);
    }

    /** A protest is what the worst that happened at it makes of it. */
    private String strongest(Draft d, String code, List<Draft> near, Map<Draft, String> alone) {
        List<String> company = new ArrayList<>(List.of(code));
        for (Draft other : near) {
            String its = alone.get(other);
            if (its == null) {
                continue;
            }
            boolean same = other.main().sentence() == d.main().sentence();
            if (its.equals(VIOLENT) || its.equals(EXCESSIVE) || its.equals(INTERVENTION)) {
                company.add(its);
            } else if (its.equals(MOB) && same) {
                company.add(VIOLENT);
            } else if (its.equals(ARRESTS) && share(other.targets(), d.sources())) {
                company.add(INTERVENTION);
            }
        }
        for (String worst : List.of(VIOLENT, EXCESSIVE, INTERVENTION)) {
            if (company.contains(worst)) {
                return worst;
            }
        }
        return code;
    }

    /** Other events that came about, told at most so many sentences away. */
    private List<Draft> beside(Draft d, int sentences) {
        int at = d.main().sentence().index();
        return drafts.stream()
                .filter(o -> o != d && DONE.contains(o.modality().factuality()))
                .filter(o -> Math.abs(o.main().sentence().index() - at) <= sentences)
                .toList();
    }

    private static boolean share(List<Event.Role> some, List<Event.Role> others) {
        return some.stream()
                .anyMatch(
                        r ->
                                r.actor() != null
                                        && others.stream().anyMatch(o -> o.actor() == r.actor()));
    }

    // ---- who is who

    private boolean isProtesting(List<Event.Role> roles) {
        return has(roles, "protest")
                || drafts.stream()
                        .filter(d -> d.type().equals("PROTEST"))
                        .filter(d -> DONE.contains(d.modality().factuality()))
                        .filter(d -> !"vandalize".equals(d.mode()))
                        .filter(d -> PEACEFUL.equals(told(d)) || VIOLENT.equals(told(d)))
                        .anyMatch(d -> share(d.sources(), roles));
    }

    private static boolean isArmed(List<Event.Role> roles) {
        return has(roles, "armed")
                || roles.stream().anyMatch(r -> isOf(r, STATE) || isOf(r, OTHERS));
    }

    private static boolean isState(List<Event.Role> roles) {
        return roles.stream()
                .anyMatch(
                        r ->
                                isOf(r, STATE)
                                        || r.actor() != null
                                                && r.actor().kind() == Actor.Kind.STATE);
    }

    private static boolean isCivilian(List<Event.Role> roles) {
        return roles.stream().anyMatch(r -> isOf(r, Set.of("CVL")));
    }

    private static boolean isOf(Event.Role role, Set<String> sectors) {
        return role.actor() != null && role.actor().sectors().stream().anyMatch(sectors::contains);
    }

    private static boolean has(List<Event.Role> roles, String side) {
        return roles.stream()
                .map(Event.Role::actor)
                .anyMatch(a -> a != null && side.equals(side(a.name())));
    }

    /** The side of the noun that a name is built on. */
    private static @Nullable String side(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String noun =
                REST_OF_A_NAME
                        .matcher(name.toLowerCase(Locale.ROOT))
                        .replaceFirst("")
                        .replaceFirst(".* ", "");
        String known = SIDES.get(noun);
        return known != null || !noun.endsWith("s")
                ? known
                : SIDES.get(noun.substring(0, noun.length() - 1));
    }

    // ---- how it was

    private boolean isHurting(Draft d) {
        return isShooting(d) || d.matches().stream().anyMatch(hurt::contains);
    }

    private static boolean isShooting(Draft d) {
        return "firearms".equals(mode(d));
    }

    private static String mode(Draft d) {
        String mode = d.mode();
        return mode == null ? "" : mode;
    }

    /** Wreckers whom nobody saw protest. */
    private boolean isWrecking(Draft d) {
        return "vandalize".equals(d.mode())
                && !isProtesting(d.sources())
                && beside(d, 1).stream().noneMatch(o -> o.type().equals("PROTEST"));
    }

    private static Map<String, String> sides() {
        Problems problems = new Problems();
        Map<String, String> sides = new HashMap<>();
        Table.read(
                "event/sides.table",
                problems,
                row -> {
                    if (!Set.of("protest", "crowd", "armed").contains(row.get("side"))) {
                        row.problem("side is \"" + row.get("side") + "\"");
                    }
                    if (sides.put(row.get("word"), row.get("side")) != null) {
                        row.problem(row.get("word") + " stands twice");
                    }
                });
        problems.throwIfAny();
        return Map.copyOf(sides);
    }
}
