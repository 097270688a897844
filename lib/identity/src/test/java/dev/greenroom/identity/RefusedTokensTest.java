package dev.greenroom.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuer;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import dev.greenroom.standins.backstage.tokens.SignatureKind;
import dev.greenroom.standins.backstage.tokens.TokenDraft;
import dev.greenroom.standins.backstage.tokens.TokenType;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each token is shown to quarkus-oidc by itself too, without the cheap refusal in front of it: that must refuse
 * nothing which quarkus-oidc and the validators would let pass.
 */
@QuarkusTest
@WithTestResource(BackstageTestResource.class)
@WithTestResource(StagingBackstageTestResource.class)
@WithTestResource(ServicesIssuerTestResource.class)
class RefusedTokensTest {
    private static final String JANE = "user:default/jane";
    private static final String WORKSPACE_SERVICE = "workspace-service";
    private static final String A_USER = "a user in it";
    private static final String A_SERVICE = "a service in it";

    BackstageStandIn backstage;
    StagingBackstage staging;
    ServicesIssuer issuer;

    @Inject
    TenantIdentityProvider users;

    @Inject
    @Tenant("backstage-staging")
    TenantIdentityProvider usersOfStaging;

    @Inject
    @Tenant("services")
    TenantIdentityProvider services;

    @TestFactory
    Stream<DynamicTest> acceptsAUsersToken() {
        return Stream.of("user:default/jane", "user:default/Jane", "user:team-a/j.doe_1")
                .map(sub -> dynamicTest(sub, () -> {
                    var token = backstage.tokenFor(sub).mint();

                    proven(users, token);
                    get("/v1/whoami", token).statusCode(200).body(equalTo(sub.toLowerCase()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> acceptsTheTokenOfAUserOfAnotherEnvironment() {
        return Stream.of("user:default/jane", "user:default/Jane", "user:team-a/j.doe_1")
                .map(sub -> dynamicTest(sub, () -> {
                    var token = staging.tokenFor(sub).mint();

                    proven(usersOfStaging, token);
                    get("/v1/whoami", token).statusCode(200).body(equalTo(sub.toLowerCase() + "@staging"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> acceptsAServicesToken() {
        return Stream.of("workspace-service", "gateway")
                .map(service -> dynamicTest(service, () -> {
                    var token = issuer.tokenFor(service, WhoAmIResource.SERVICE).mint();

                    proven(services, token);
                    get("/internal/whoami", token).statusCode(200).body(equalTo(service));
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesAUsersTokenThatHas() {
        return refused(wrongForUsers(backstage, staging.standIn()), users, "/v1/whoami");
    }

    @TestFactory
    Stream<DynamicTest> refusesTheTokenOfAUserOfAnotherEnvironmentThatHas() {
        return refused(wrongForUsers(staging.standIn(), backstage), usersOfStaging, "/v1/whoami");
    }

    @TestFactory
    Stream<DynamicTest> refusesAServicesTokenThatHas() {
        return refused(wrongForServices(), services, "/internal/whoami");
    }

    @TestFactory
    Stream<DynamicTest> refusesOnAPathThatIsOpenToServicesAUsersTokenThatHas() {
        var bad = wrongForUsers(backstage, staging.standIn());
        assertThat(bad.remove(A_SERVICE)).as("is good there").isNotNull();
        return refused(bad, users, "/v1/either");
    }

    @TestFactory
    Stream<DynamicTest> refusesOnAPathThatIsOpenToServicesAServicesTokenThatHas() {
        var bad = wrongForServices();
        assertThat(bad.remove(A_USER)).as("is good there").isNotNull();
        return refused(bad, services, "/v1/either");
    }

    /** What is wrong with a service's token. */
    private Map<String, Supplier<String>> wrongForServices() {
        var bad = wrong(
                standIn -> new ServicesIssuer(standIn).tokenFor(WORKSPACE_SERVICE, WhoAmIResource.SERVICE),
                issuer.standIn(),
                backstage);
        bad.put(
                "the audience of another service",
                () -> service().audience("gateway").mint());
        bad.put("a user's type", () -> service().typ(TokenType.USER).mint());
        for (var sub : List.of(JANE, "Workspace", "9to5", "workspace service", "")) {
            bad.put("the subject '" + sub + "'", () -> service().subject(sub).mint());
        }
        bad.put(A_USER, () -> backstage.tokenFor(JANE).mint());
        return bad;
    }

    /** What is wrong with a user's token of one Backstage. */
    private Map<String, Supplier<String>> wrongForUsers(BackstageStandIn signer, BackstageStandIn otherEnvironment) {
        Supplier<TokenDraft> good = () -> signer.tokenFor(JANE);
        var bad = wrong(standIn -> standIn.tokenFor(JANE), signer, otherEnvironment);
        bad.put(
                "the type limited-user",
                () -> good.get().typ(TokenType.LIMITED_USER).mint());
        bad.put("the type plugin", () -> good.get().typ(TokenType.PLUGIN).mint());
        bad.put("the audience of a plugin", () -> good.get().audience("catalog").mint());
        bad.put(
                "a service's type",
                () -> good.get().typ(CallerKind.SERVICE.type()).mint());
        for (var sub : List.of(
                "jane",
                "user:jane",
                "group:default/jane",
                "user:default/",
                "user:default/ja ne",
                "user:default/jane@staging",
                "user:default/jane@",
                "")) {
            bad.put("the subject '" + sub + "'", () -> good.get().subject(sub).mint());
        }
        bad.put(
                "the services' issuer's signature",
                () -> issuer.standIn().tokenFor(JANE).issuer(issuerOf(signer)).mint());
        bad.put(
                "the services' issuer in it",
                () -> issuer.standIn().tokenFor(JANE).mint());
        bad.put(
                A_SERVICE,
                () -> issuer.tokenFor(WORKSPACE_SERVICE, WhoAmIResource.SERVICE).mint());
        return bad;
    }

    /** What is wrong with any token, whoever issued it. */
    private static Map<String, Supplier<String>> wrong(
            Function<BackstageStandIn, TokenDraft> draft, BackstageStandIn signer, BackstageStandIn other) {
        Supplier<TokenDraft> good = () -> draft.apply(signer);
        var published = firstKey(signer);
        var bad = new LinkedHashMap<String, Supplier<String>>();
        bad.put("another audience", () -> good.get().audience("elsewhere").mint());
        bad.put("no audience", () -> good.get().without("aud").mint());
        bad.put(
                "another issuer",
                () -> good.get().issuer("http://evil.example/api/auth").mint());
        bad.put("no issuer", () -> good.get().without("iss").mint());
        bad.put("no expiry", () -> good.get().without("exp").mint());
        bad.put("no subject", () -> good.get().without("sub").mint());
        bad.put("no time of issue", () -> good.get().without("iat").mint());
        bad.put("expired", () -> good.get().expiredBy(Duration.ofSeconds(40)).mint());
        bad.put(
                "a time of issue in the future",
                () -> good.get().issuedIn(Duration.ofMinutes(2)).mint());
        bad.put("no kid", () -> good.get().withoutKid().mint());
        bad.put("an unknown kid", () -> good.get().unknownKid().mint());
        bad.put("no signature", () -> good.get().signed(SignatureKind.NONE).mint());
        bad.put("an RSA signature", () -> good.get().signed(SignatureKind.RS256).mint());
        bad.put(
                "an HMAC with the key's bytes",
                () -> good.get().signed(SignatureKind.HS256_WITH_PUBLIC_KEY).mint());
        bad.put("an HMAC with the key's PEM", () -> Forgery.hs256WithPem(good.get(), published));
        bad.put("an HMAC with the key's JWK", () -> Forgery.hs256WithJwk(good.get(), published));
        bad.put("a rogue key's signature", () -> good.get().rogueKey().mint());
        bad.put("its own key embedded", () -> good.get().embeddedKey().mint());
        Supplier<TokenDraft> ofAnother = () -> draft.apply(other).issuer(issuerOf(signer));
        bad.put("another issuer's signature", () -> ofAnother.get().mint());
        bad.put(
                "the address of another issuer's keys",
                () -> ofAnother
                        .get()
                        .header("jku", issuerOf(other) + "/.well-known/jwks.json")
                        .mint());
        bad.put(
                "other content than was signed",
                () -> Forgery.withContentOf(good.get().subject("user:default/admin"), good.get()));
        bad.put("no type", () -> good.get().withoutTyp().mint());
        bad.put("the type JWT", () -> good.get().typ("JWT").mint());
        bad.put("its signature cut off", () -> good.get().mint().replaceFirst("\\.[^.]*$", "."));
        bad.put("no form of a token", () -> "opaque-token");
        return bad;
    }

    private static String issuerOf(BackstageStandIn standIn) {
        return new ServicesIssuer(standIn).issuer();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstKey(BackstageStandIn signer) {
        return ((List<Map<String, Object>>) signer.keys().published().get("keys")).getFirst();
    }

    private Stream<DynamicTest> refused(Map<String, Supplier<String>> bad, TenantIdentityProvider oidc, String path) {
        return bad.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    var token = entry.getValue().get();

                    assertThatThrownBy(() -> proven(oidc, token)).isInstanceOf(AuthenticationFailedException.class);
                    get(path, token)
                            .statusCode(401)
                            .contentType("application/problem+json")
                            .header("WWW-Authenticate", "Bearer")
                            .body("code", equalTo("unauthenticated"));
                }));
    }

    private TokenDraft service() {
        return issuer.tokenFor(WORKSPACE_SERVICE, WhoAmIResource.SERVICE);
    }

    private static void proven(TenantIdentityProvider oidc, String token) {
        var identity =
                oidc.authenticate(new AccessTokenCredential(token)).await().atMost(Duration.ofSeconds(5));
        assertThat(identity.isAnonymous()).isFalse();
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).when().get(path).then();
    }
}
