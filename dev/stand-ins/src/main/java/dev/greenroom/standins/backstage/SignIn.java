package dev.greenroom.standins.backstage;

import dev.greenroom.standins.backstage.catalog.CatalogFolder;
import dev.greenroom.standins.backstage.tokens.TokenMint;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gives a user a token and tells in whose name they may act. */
record SignIn(CatalogFolder folder, TokenMint mint) {
    /** The answer of a sign-in, as the front end's session takes it. */
    Map<String, Object> as(String userRef) {
        var identity = Map.of("type", "user", "userEntityRef", userRef, "ownershipEntityRefs", ownershipOf(userRef));
        return Map.of(
                "profile",
                Map.of(),
                "backstageIdentity",
                Map.of(
                        "token",
                        mint.tokenFor(userRef).mint(),
                        "identity",
                        identity,
                        "expiresInSeconds",
                        TokenMint.LIFETIME.toSeconds()));
    }

    /** The user and the groups that they are a direct member of; just the user where the catalog doesn't know them. */
    List<String> ownershipOf(String userRef) {
        var groups = folder.current().find(userRef).stream()
                .flatMap(user -> user.related("memberOf").stream())
                .filter(group -> group.startsWith("group:"));
        return Stream.concat(Stream.of(userRef), groups).toList();
    }
}
