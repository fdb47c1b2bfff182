package org.casus.app.http;

/**
 * A request cannot be answered as asked.
 *
 * <p>The message is for the person who asked: what was given, and what would do.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private Problem(int status, String message) {
        super(message);
        this.status = status;
    }

    /** What was asked makes no sense. */
    public static Problem badRequest(String message) {
        return new Problem(400, message);
    }

    /** Nobody without the key, or from another page, gets in. */
    public static Problem forbidden(String message) {
        return new Problem(403, message);
    }

    /** It is not known who asks. */
    static Problem unknown(String message) {
        return new Problem(401, message);
    }

    /** Somebody tries too often. */
    static Problem tooMany(String message) {
        return new Problem(429, message);
    }

    public static Problem notFound(String message) {
        return new Problem(404, message);
    }

    /** What it was about has changed since it was looked at. */
    public static Problem conflict(String message) {
        return new Problem(409, message);
    }

    /** Somebody else is writing to the ledger. */
    public static Problem busy(String message) {
        return new Problem(503, message);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** In a few words. */
    public String title() {
        return title(status);
    }

    /** What a status of HTTP means here, in a few words. */
    public static String title(int status) {
        return switch (status) {
            case 400 -> "That cannot be asked";
            case 401 -> "Who are you?";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Not this way";
            case 409 -> "Changed meanwhile";
            case 413 -> "Too large";
            case 429 -> "Too often";
            case 503 -> "Busy";
            default -> status < 500 ? "That did not work" : "Casus failed";
        };
    }
}
