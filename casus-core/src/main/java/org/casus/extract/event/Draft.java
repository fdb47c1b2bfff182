package org.casus.extract.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.casus.model.Actor;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Modality;
import org.casus.model.Sentence;
import org.casus.model.Time;
import org.casus.rule.Match;
import org.jspecify.annotations.Nullable;

/** An event while it is being put together from its mentions. */
public final class Draft {
    private static final List<String> AERIAL_FIRST =
            List.of(
                    "suicide-attack",
                    "drone",
                    "aerial",
                    "unconventional",
                    "heavy-weapons",
                    "explosives",
                    "firearms",
                    "primitive");

    /** The types of what one may refuse another, and the mode of the refusal. */
    private static final Map<String, String> REFUSED =
            Map.of(
                    "AID", "assist",
                    "COOPERATE", "assist",
                    "SUPPORT", "assist",
                    "CONSULT", "meet",
                    "AGREE", "change",
                    "CONCEDE", "yield",
                    "RETREAT", "yield");

    private final List<Match> matches = new ArrayList<>();
    private final List<Event.Role> sources = new ArrayList<>();
    private final List<Event.Role> targets = new ArrayList<>();
    private final List<Event.Thing> objects = new ArrayList<>();
    private final List<Event.Instrument> instruments = new ArrayList<>();
    private final List<String> weaponModes = new ArrayList<>();
    private final List<Event.At> places = new ArrayList<>();
    private Match main;
    private Modality modality;
    private @Nullable String saidOfIt;
    private @Nullable String oneself;
    private @Nullable Time time;

    Draft(Match match, Setting setting) {
        this.main = match;
        this.modality = setting.modality();
        this.time = setting.time();
        matches.add(match);
        setting.places().forEach(this::addPlace);
    }

    public Match main() {
        return main;
    }

    public List<Match> matches() {
        return matches;
    }

    /** What is refused, promised or threatened where the type tells only that it is. */
    boolean isOnlyAnnounced() {
        return saidOfIt != null && !saidOfIt.equals("REJECT");
    }

    public String type() {
        return saidOfIt == null ? main.frame().type() : saidOfIt;
    }

    /** What is only announced is, in PLOVER, an agreement to it; the thing itself is planned. */
    public void promise() {
        saidOfIt = "AGREE";
    }

    /** Whether it is said of the deed itself that it will be done, or that somebody means to. */
    public boolean isAnnounced() {
        Sentence s = main.sentence();
        int at = main.head();
        while (at >= 0) {
            int word = at;
            boolean will = s.children(word).stream().anyMatch(c -> s.token(c).pos().equals("MD"));
            if (will
                    || s.token(word)
                            .is("plan", "intend", "prepare", "decide", "mean", "set", "due")) {
                return true;
            }
            at = s.token(word).labelled("xcomp", "conj", "dobj") ? s.token(word).head() : -1;
        }
        return false;
    }

    /** Force or pressure that is only announced is, in PLOVER, a threat of it. */
    public void menace() {
        saidOfIt = "THREATEN";
    }

    /** Whether a party to it says that it will not: "Hungary will not accept the refugees". */
    public boolean isRefused() {
        Sentence s = main.sentence();
        int verb = main.head();
        return main.kind() == Match.Kind.VERB
                && REFUSED.containsKey(main.frame().type())
                && !sources.isEmpty()
                && s.child(verb, "neg") >= 0
                && s.children(verb).stream()
                        .anyMatch(
                                c ->
                                        s.token(c).pos().equals("MD")
                                                && s.token(c).is("will", "would", "wo"));
    }

    /** What is not going to be done for another is, in PLOVER, a rejection that has been given. */
    public void refuse() {
        saidOfIt = "REJECT";
        modality = new Modality(Factuality.HAPPENED, modality.certainty());
    }

    public Modality modality() {
        return modality;
    }

    public @Nullable Time time() {
        return time;
    }

    public List<Event.Role> sources() {
        return sources;
    }

    public List<Event.Role> targets() {
        return targets;
    }

    public List<Event.Thing> objects() {
        return objects;
    }

    public List<Event.Instrument> instruments() {
        return instruments;
    }

    public List<Event.At> places() {
        return places;
    }

    /**
     * The mode that the words tell, else the one that the weapons imply; null when neither does.
     */
    public @Nullable String mode() {
        if ("REJECT".equals(saidOfIt)) {
            return REFUSED.get(main.frame().type());
        }
        if ("THREATEN".equals(saidOfIt)) {
            return threatened();
        }
        for (Match m : matches) {
            if (m.frame().type().equals(type()) && m.frame().mode() != null) {
                return sharper(m.frame().mode());
            }
        }
        return weaponMode();
    }

    /** The mode of a threat of what the frame tells; null for protests, which have none. */
    private @Nullable String threatened() {
        String mode = main.frame().mode();
        return switch (main.frame().type()) {
            case "ASSAULT", "MOBILIZE" -> "violence";
            case "SANCTION" -> "relations";
            case "COERCE" ->
                    "arrest".equals(mode)
                            ? "arrest"
                            : "deport".equals(mode)
                                    ? "expel"
                                    : "seize".equals(mode) ? "territory" : "restrict";
            default -> null;
        };
    }

    private @Nullable String sharper(@Nullable String told) {
        String weapon = weaponMode();
        if (weapon == null || told == null) {
            return told == null ? weapon : told;
        }
        boolean general = Set.of("heavy-weapons", "explosives", "firearms").contains(told);
        boolean closer =
                Set.of("aerial", "drone", "suicide-attack").contains(weapon)
                        || (told.equals("firearms") && weapon.equals("heavy-weapons"));
        return general && closer ? weapon : told;
    }

    private @Nullable String weaponMode() {
        return type().equals("ASSAULT")
                ? AERIAL_FIRST.stream().filter(weaponModes::contains).findFirst().orElse(null)
                : null;
    }

    public void addSource(Event.Role role) {
        add(sources, role);
    }

    public void addTarget(Event.Role role) {
        if (targets.stream().noneMatch(t -> Victims.sameGroup(t.actor(), role.actor()))) {
            add(targets, role);
        }
    }

    /** "shot himself": who did it and whom it befell are one. */
    void toSelf(Event.Role role, String oneself) {
        this.oneself = oneself;
        addTarget(role);
    }

    /** The reflexive pronoun, if nobody else was a target too. */
    @Nullable String oneself() {
        return targets.size() == 1 ? oneself : null;
    }

    private static void add(List<Event.Role> roles, Event.Role role) {
        if (roles.stream().noneMatch(r -> r.actor() == role.actor())) {
            roles.add(role);
        }
    }

    /** Words that say whom it befell do not say who did it. */
    void notToItself() {
        sources.removeIf(
                s ->
                        targets.stream()
                                .anyMatch(
                                        t ->
                                                t.actor() == s.actor()
                                                        && Objects.equals(t.span(), s.span())));
    }

    void addObject(Event.Thing thing) {
        for (int i = 0; i < objects.size(); i++) {
            Event.Thing known = objects.get(i);
            if (Objects.equals(known.name(), thing.name())) {
                if (known.effect() == null && thing.effect() != null) {
                    objects.set(
                            i,
                            new Event.Thing(
                                    known.kind(),
                                    known.name(),
                                    known.span(),
                                    known.count(),
                                    thing.effect()));
                }
                return;
            }
        }
        objects.add(thing);
    }

    void addInstrument(Event.Instrument instrument, @Nullable String mode) {
        if (instruments.stream().noneMatch(t -> Objects.equals(t.name(), instrument.name()))) {
            instruments.add(instrument);
        }
        addMode(mode);
    }

    /** Whether one of the weapons is of a kind of the weapon table. */
    boolean isWith(String kind) {
        return instruments.stream().anyMatch(i -> kind.equals(i.kind()));
    }

    /** Whether one of the weapons makes an assault one of this mode. */
    boolean isAssaultOf(String mode) {
        return weaponModes.contains(mode);
    }

    void addMode(@Nullable String mode) {
        if (mode != null && !weaponModes.contains(mode)) {
            weaponModes.add(mode);
        }
    }

    void addPlace(Event.At at) {
        if (places.stream().noneMatch(p -> p.place() == at.place())) {
            places.add(at);
        }
    }

    /** Takes the time and places of what it goes on from, where it has none. */
    public void goOnFrom(@Nullable Time earlier, List<Event.At> where) {
        time = time == null ? earlier : time;
        if (places.isEmpty()) {
            where.forEach(at -> addPlace(new Event.At(at.place(), at.span(), null)));
        }
    }

    boolean has(List<Event.Role> roles, Actor actor) {
        return roles.stream().anyMatch(r -> r.actor() == actor);
    }

    /** Takes over all that another draft of the same event holds. */
    void absorb(Draft other) {
        if (weight(main) < 0) {
            modality = other.modality; // "the incident" is as real as what it was
        } else if (weight(other.main) >= 0) {
            modality = firmer(modality, other.modality);
        }
        if (weight(other.main) > weight(main)) {
            main = other.main;
        }
        matches.addAll(other.matches);
        matches.sort((a, b) -> a.position().compareTo(b.position()));
        other.sources.forEach(this::addSource);
        other.targets.forEach(this::addTarget);
        sources.removeIf(s -> s.actor() != null && sources.size() > 1 && has(targets, s.actor()));
        other.objects.forEach(this::addObject);
        other.instruments.forEach(i -> addInstrument(i, null));
        other.weaponModes.stream().filter(m -> !weaponModes.contains(m)).forEach(weaponModes::add);
        other.places.forEach(this::addPlace);
        time = sharper(time, other.time);
    }

    /** A frame with a mode tells more than one without; a general verb of harm tells least. */
    private static int weight(Match m) {
        if (m.frame().name().equals("anaphor")) {
            return -1;
        }
        String mode = m.frame().mode();
        if ("destroy".equals(mode)) {
            return 0; // the wreck that an attack leaves
        }
        return (mode != null ? 2 : 0) + (m.frame().harm() == null ? 1 : 0);
    }

    private static @Nullable Time sharper(@Nullable Time a, @Nullable Time b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a.start() == null
                || b.start() == null
                || a.granularity() == null
                || b.granularity() == null) {
            return a.start() == null && b.start() != null ? b : a;
        }
        return b.granularity().compareTo(a.granularity()) < 0
                        && b.granularity().compareTo(Time.Granularity.DAY) <= 0
                        && a.granularity().compareTo(Time.Granularity.DAY) > 0
                ? b
                : a;
    }

    private static Modality firmer(Modality a, Modality b) {
        return rank(b.factuality()) < rank(a.factuality()) ? b : a;
    }

    private static int rank(Factuality f) {
        return f == Factuality.HAPPENED
                ? 0
                : f == Factuality.ONGOING ? 1 : f == Factuality.ATTEMPTED ? 2 : 3;
    }
}
