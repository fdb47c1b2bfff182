package org.casus.app.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.view.Desk;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;
import org.jspecify.annotations.Nullable;

/** What pages and the API take from a request in the same way. */
public final class Request {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private Request() {}

    /**
     * The uid of the incident in the path: whole, its beginning, or one that it had before.
     *
     * @throws Problem if there is none
     */
    public static String incident(Context context, Ledger ledger) {
        return found(() -> ledger.incidents().uid(context.pathParam("uid")));
    }

    /**
     * The same for an incident that a parameter names.
     *
     * @throws Problem if there is none
     */
    public static String incident(Ledger ledger, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw Problem.badRequest("Which incident? There is no uid.");
        }
        return found(() -> ledger.incidents().uid(given.strip()));
    }

    /** A whole number in the address; another one where there is none. */
    public static int number(Context context, String name, int otherwise) {
        String given = context.queryParam(name);
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        if (!given.matches("\\d{1,7}")) {
            throw Problem.badRequest("\"" + name + "\" is \"" + given + "\", which is no number.");
        }
        return Math.max(otherwise, Integer.parseInt(given));
    }

    /**
     * A whole number of a path.
     *
     * @throws Problem if it is none
     */
    public static long wholeNumber(String given) {
        if (!given.matches("\\d{1,15}")) {
            throw Problem.notFound("\"" + given + "\" is no number.");
        }
        return Long.parseLong(given);
    }

    /** Asks for what has to be there. */
    public static <T> T found(Supplier<T> look) {
        try {
            return look.get();
        } catch (LedgerException missing) {
            throw Problem.notFound(sentence(missing));
        }
    }

    /** Asks the ledger what may make no sense. */
    public static <T extends @Nullable Object> T asked(Desk desk, Function<Ledger, T> ask) {
        try {
            return desk.read(ask);
        } catch (LedgerException | IllegalArgumentException nonsense) {
            throw Problem.badRequest(sentence(nonsense));
        }
    }

    /**
     * Asks for what the parameters of the address say; made once while the ledger stays as it is.
     *
     * @param name of what is made
     */
    public static <T> T drawn(
            Context context,
            Desk desk,
            String name,
            BiFunction<Ledger, Map<String, List<String>>, T> draw) {
        return asked(
                desk,
                ledger ->
                        desk.whileUnchanged(
                                ledger,
                                name + "?" + context.queryString(),
                                () -> draw.apply(ledger, context.queryParamMap())));
    }

    /** The first and the last but one of the words that {@code ?at=121-138} asks for. */
    public static int @Nullable [] range(Context context) {
        String given = context.queryParam("at");
        Matcher range = RANGE.matcher(given == null ? "" : given);
        if (!range.matches()) {
            return null;
        }
        int start = Integer.parseInt(range.group(1));
        int end = Integer.parseInt(range.group(2));
        return end < start ? null : new int[] {start, end};
    }

    /** Whether an address is one of the workbench's own pages. */
    public static boolean own(@Nullable String address) {
        return address != null && address.matches("/(?:[A-Za-z][^\\\\\\p{Cntrl}]*)?");
    }

    private static String sentence(RuntimeException refused) {
        String message = String.valueOf(refused.getMessage());
        String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
