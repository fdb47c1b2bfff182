package org.casus.app.api;

import java.io.IOException;
import java.io.InputStream;
import org.casus.app.http.Role;
import org.casus.app.http.Router;

/** {@code /api/v1/openapi.json}: what the API has, for people and for programs. */
final class OpenApiResource {
    private static final String FILE = "openapi.json";

    void addTo(Router router) {
        router.get(
                "/api/v1/openapi.json",
                Role.READER,
                context ->
                        context.contentType("application/json; charset=utf-8").result(document()));
    }

    static byte[] document() {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        FILE + " is missing beside " + OpenApiResource.class);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }
}
