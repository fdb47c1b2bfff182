package org.casus.publish.export;

import java.util.Objects;
import java.util.stream.Stream;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hides who private persons are: {@link PrivateNames}. Their names go out of every value and
 * quotation, and the positions of quotations stay.
 */
public final class Redaction {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Names stand in them in small letters. */
    private static final String REASONS = "reasons";

    private Redaction() {}

    /** The same without the names of private persons, as far as these reports name them. */
    public static Case of(Case told) {
        PrivateNames.Gathering gathering = new PrivateNames.Gathering();
        Stream.concat(
                        parties(told.incident()),
                        told.accounts().stream().flatMap(Redaction::parties))
                .forEach(gathering::party);
        told.accounts().forEach(account -> gathering.people(account.document().people()));
        return of(told, gathering.names());
    }

    /** The same without these names. */
    public static Case of(Case told, PrivateNames names) {
        return names.isEmpty()
                ? told
                : new Case(
                        of(told.incident(), names),
                        told.accounts().stream()
                                .map(
                                        account ->
                                                LedgerJson.account(
                                                        without(LedgerJson.line(account), names)))
                                .toList());
    }

    /** An incident without these names. */
    public static Incident of(Incident incident, PrivateNames names) {
        return names.isEmpty()
                ? incident
                : LedgerJson.incident(without(LedgerJson.line(incident), names));
    }

    /**
     * The record of a report with these names blacked out in its text and in all quotations, which
     * stay slices of it, and withheld elsewhere.
     */
    public static String record(String record, PrivateNames names) {
        return names.isEmpty()
                ? record
                : JSON.writeValueAsString(record(JSON.readTree(record), names));
    }

    /** The same of a record that has been read. */
    public static JsonNode record(JsonNode record, PrivateNames names) {
        String text = names.blacken(record.path("document").path("text").stringValue(""));
        JsonNode copy = changed(record, new Blackened(text, names));
        if (copy.path("document") instanceof ObjectNode document) {
            document.put("text", text);
        }
        return copy;
    }

    /** A JSON object without these names. */
    public static String without(String json, PrivateNames names) {
        return names.isEmpty()
                ? json
                : JSON.writeValueAsString(
                        changed(
                                JSON.readTree(json),
                                (object, key, value) ->
                                        key.equals(REASONS)
                                                ? names.hideSmall(value)
                                                : names.hide(value)));
    }

    private interface Change {
        String of(ObjectNode object, String key, String value);
    }

    /**
     * @param text blacked out
     */
    private record Blackened(String text, PrivateNames names) implements Change {
        @Override
        public String of(ObjectNode object, String key, String value) {
            int start = object.path("start").intValue(-1);
            int end = object.path("end").intValue(-1);
            if (!key.equals("text") || start < 0 || end < start) {
                return names.hide(value);
            }
            int from = text.offsetByCodePoints(0, start);
            return text.substring(from, text.offsetByCodePoints(from, end - start));
        }
    }

    private static JsonNode changed(JsonNode node, Change change) {
        return changed("", node, change);
    }

    private static JsonNode changed(String name, JsonNode node, Change change) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties()
                    .forEach(
                            entry ->
                                    copy.set(
                                            entry.getKey(),
                                            entry.getValue().isString()
                                                    ? JSON.getNodeFactory()
                                                            .stringNode(
                                                                    change.of(
                                                                            object,
                                                                            entry.getKey(),
                                                                            entry.getValue()
                                                                                    .stringValue()))
                                                    : changed(
                                                            entry.getKey(),
                                                            entry.getValue(),
                                                            change)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            ObjectNode none = JSON.createObjectNode();
            for (JsonNode one : array) {
                copy.add(
                        one.isString()
                                ? JSON.getNodeFactory()
                                        .stringNode(change.of(none, name, one.stringValue()))
                                : changed(name, one, change));
            }
            return copy;
        }
        return node;
    }

    private static Stream<Account.Party> parties(Incident incident) {
        return Stream.concat(incident.sources().stream(), incident.targets().stream());
    }

    private static Stream<Account.Party> parties(Account account) {
        Stream<Account.Party> voices =
                account.statements().stream()
                        .flatMap(statement -> statement.chain().stream())
                        .map(Account.Voice::who)
                        .filter(Objects::nonNull);
        return Stream.of(
                        account.sources().stream(),
                        account.targets().stream(),
                        voices,
                        account.charges().stream().map(Account.Charge::who))
                .flatMap(all -> all);
    }
}
