package org.casus.app.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the workbench listens, and by which names it is known.
 *
 * @param bind address to listen on
 * @param hosts names that it answers to beside those of this machine: "casus.example.org", with a
 *     port or without
 * @param https whether browsers come by HTTPS, which something in front of it ends
 * @param proxied whether something in front of it says who comes and how, in X-Forwarded-For and
 *     X-Forwarded-Proto
 */
public record Access(String bind, List<String> hosts, boolean https, boolean proxied) {
    /** This machine only. */
    public static final Access LOCAL = new Access("127.0.0.1", List.of(), false, false);

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::\\d{1,5})?");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    /**
     * @throws IllegalArgumentException if others could come, but by no name; or a name is none
     */
    public Access {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException(
                        "--host is \"" + host + "\", but must be a name as in casus.example.org");
            }
        }
        if (hosts.isEmpty() && !loopback(bind)) {
            throw new IllegalArgumentException(
                    "--bind "
                            + bind
                            + " lets other machines in, and so needs --host with each name or"
                            + " address by which browsers may call the workbench");
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "--bind is \"" + address + "\", which is no address of this machine", unknown);
        }
    }

    /** Whether a request may be addressed to this name. */
    boolean answersTo(@Nullable String host, int port) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (loopback(bind)
                && List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)
                        .contains(name)) {
            return true;
        }
        return hosts.contains(name)
                || name.endsWith(":" + port) && hosts.contains(PORT.matcher(name).replaceFirst(""));
    }

    /** Whether a browser came by HTTPS. */
    boolean secure(Context context) {
        return https || proxied && "https".equals(context.header("X-Forwarded-Proto"));
    }

    /** Where pages of the workbench come from, as a browser says it. */
    String origin(Context context) {
        return (secure(context) ? "https://" : "http://") + context.header("Host");
    }

    /** The address that a request comes from: the last that a proxy added, if there is one. */
    String from(Context context) {
        String forwarded = proxied ? context.header("X-Forwarded-For") : null;
        if (forwarded == null || forwarded.isBlank()) {
            return Objects.requireNonNullElse(context.ip(), "unknown");
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.substring(0, Math.min(last.length(), 60));
    }
}
