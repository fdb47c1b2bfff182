package org.casus.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casus.app.http.Problem;
import org.casus.app.http.Role;
import org.casus.app.http.Router;

/**
 * Style, scripts and signs. Each address carries a digest of what is there, so that a browser may
 * keep it for ever.
 */
final class Assets {
    private static final String OWN = "/org/casus/app/web/";
    private static final String WEBJARS = "/META-INF/resources/webjars/";

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private record Asset(String text, String type, String digest) {}

    Assets() {
        own("casus.css", "text/css");
        own("casus.js", "text/javascript");
        own("casus.svg", "image/svg+xml");
        own("map.js", "text/javascript");
        own("countries-50m.json", "application/json");
        add("htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js", "text/javascript");
    }

    private void own(String name, String type) {
        add(name, OWN + name, type);
    }

    private void add(String name, String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource + " in Casus");
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assets.put(
                    name,
                    new Asset(
                            new String(bytes, StandardCharsets.UTF_8),
                            type,
                            HexFormat.of().formatHex(digest, 0, 6)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }

    /** Where it is. */
    String address(String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return "/assets/" + name + "?" + asset.digest();
    }

    void addTo(Router router) {
        router.get(
                "/assets/{name}",
                Role.ANYONE,
                context -> {
                    Asset asset = assets.get(context.pathParam("name"));
                    if (asset == null) {
                        throw Problem.notFound("There is nothing here.");
                    }
                    context.header("Cache-Control", "max-age=31536000, immutable")
                            .contentType(asset.type() + "; charset=" + StandardCharsets.UTF_8)
                            .result(asset.text());
                });
    }
}
