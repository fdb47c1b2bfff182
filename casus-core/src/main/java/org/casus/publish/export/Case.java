package org.casus.publish.export;

import java.util.List;
import org.casus.model.Account;
import org.casus.model.Account.Where;
import org.casus.model.Incident;
import org.casus.model.Place;

/**
 * An incident on its way out.
 *
 * @param accounts what its reports tell of it, where a ledger knows; else empty, and what only an
 *     account tells (the headline, the people of the story) stays unknown
 */
public record Case(Incident incident, List<Account> accounts) {
    public Case {
        accounts = List.copyOf(accounts);
    }

    /**
     * The same without the middles of whole countries, and of regions that belong to none: a point
     * there is where nothing happened.
     */
    public Case withoutCountryPoints() {
        Incident i = incident;
        if (i.places().stream().noneMatch(Case::isTooWideForAPoint)
                && accounts.stream()
                        .flatMap(account -> account.places().stream())
                        .noneMatch(Case::isTooWideForAPoint)) {
            return this;
        }
        return new Case(
                i.withPlaces(withoutPoints(i.places())),
                accounts.stream().map(a -> a.withPlaces(withoutPoints(a.places()))).toList());
    }

    private static List<Where> withoutPoints(List<Where> places) {
        return places.stream()
                .map(
                        place ->
                                isTooWideForAPoint(place)
                                        ? new Where(
                                                place.name(),
                                                place.kind(),
                                                place.country(),
                                                place.admin1(),
                                                null,
                                                null,
                                                place.geonameId(),
                                                place.precision(),
                                                place.count(),
                                                place.quote())
                                        : place)
                .toList();
    }

    private static boolean isTooWideForAPoint(Where place) {
        return place.latitude() != null
                && (place.kind() == Place.Kind.COUNTRY
                        || place.precision() == Place.Precision.COUNTRY
                        || (place.kind() == Place.Kind.REGION && place.country() == null));
    }
}
