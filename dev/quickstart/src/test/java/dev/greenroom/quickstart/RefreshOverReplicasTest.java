package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.steering.Call;
import dev.greenroom.standins.kafka.TopicReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A pair of tokens whose time has come, and three real processes with fifty callers each that want it at that moment:
 * what Coder's token endpoint is asked, by the stand-in's ledger.
 */
@Tag("flow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshOverReplicasTest {
    private static final String AUTH_SERVICE = "auth-service";
    private static final int REPLICAS = 3;
    private static final int CALLERS = 50;
    private static final String TOKENS = "/oauth2/tokens";
    /** What a loan has to last for at least: with less left, a token is refreshed first. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder = TemporaryFolder.create("replicas");
    private final JsonHttp http = new JsonHttp();
    private final CoderStandIn coder = CoderStandIn.start();
    private BackstageStandIn backstage;
    private Replicas replicas;
    private Borrower borrower;

    @BeforeAll
    void start() {
        var home = new Home(Path.of("../..").toAbsolutePath().normalize(), folder);
        DemoCatalog.provide(home);
        backstage = BackstageStandIn.start(home.catalog(), home.data("backstage"), "static-token-of-nobody-here");
        replicas = start(home);
        borrower = new Borrower(replicas);
    }

    /** They have one issuer, as behind a load balancer: the last replica, which lives longest. */
    private Replicas start(Home home) {
        var urls = Replicas.freeUrls(REPLICAS);
        var callback = urls.getFirst().resolve("/oauth2/callback");
        var client = coder.addOAuth2App("greenroom", callback.toString());
        var neighbours = new Neighbours(
                URI.create(coder.url()),
                new CoderApplication(client.clientId(), client.clientSecret(), callback),
                backstage.url(),
                backstage.staticToken(),
                null);
        var issuer = Map.of("greenroom.services.issuer", urls.getLast().toString());
        var plan = Replicas.plan(home, neighbours, Map.of(AUTH_SERVICE, issuer));
        return Replicas.start(AUTH_SERVICE, urls, plan);
    }

    @AfterAll
    void stop() {
        if (replicas != null) {
            replicas.close();
        }
        backstage.close();
        coder.close();
        TemporaryFolder.delete(folder);
    }

    @BeforeEach
    void mend() {
        coder.faults().clear();
        replicas.startWhatWasKilled();
    }

    @Test
    void coderIsAskedOnceHoweverManyWantTheNewTokenAtOnce() {
        awaitDue(link("anna"));
        coder.faults().on("POST", TOKENS).delay(Duration.ofMillis(300));

        var answers = together(callersOf(replicas.urls(), url -> borrower.borrow(url, "anna")));

        assertThat(answers).hasSize(REPLICAS * CALLERS).allMatch(Borrower::isNew);
        assertThat(answers.stream()
                        .map(answer -> answer.body().path("accessToken"))
                        .distinct())
                .hasSize(1);
        assertThat(calls()).extracting(Call::status).containsExactly(200);
    }

    /**
     * The replica that is killed has asked Coder for two users. One call never took effect: another replica refreshes
     * once the lease has ended. The other did, and its answer is lost: then the user has to link anew, and is told once.
     */
    @Test
    void aKilledReplicaCostsOneMoreCallForEachUserAndNoLoop() {
        var due = Stream.of(link("clara"), link("david")).max(Instant::compareTo);
        awaitDue(due.orElseThrow());
        var others = replicas.urls().subList(1, REPLICAS);
        try (var dying = Executors.newVirtualThreadPerTaskExecutor()) {
            coder.faults().on("POST", TOKENS).times(1).delay(Duration.ofSeconds(4));
            dying.submit(() -> borrower.borrow(replicas.url(0), "clara"));
            await().until(() -> coder.faults().rules().isEmpty());
            coder.faults().on("POST", TOKENS).times(1).delayAfterEffect(Duration.ofSeconds(4));
            dying.submit(() -> borrower.borrow(replicas.url(0), "david"));
            await().until(() -> calls().size() == 1);
            coder.faults().on("POST", TOKENS).times(1).dropBeforeEffect();
            replicas.kill(0);
        }

        var callers = Stream.concat(
                callersOf(others, url -> borrowUntil(url, "clara", Borrower::isNew)).stream(),
                callersOf(others, url -> borrowUntil(url, "david", answer -> answer.status() == 404)).stream());
        var answers = together(callers.toList());

        assertThat(answers).hasSize(2 * others.size() * CALLERS);
        assertThat(calls()).extracting(Call::status).containsExactlyInAnyOrder(200, 0, 200, 400);
        together(callersOf(others, url -> borrower.borrow(url, "david")));
        assertThat(calls()).as("no loop").hasSize(4);
        assertThat(relinksTold()).containsExactly("user:default/david");
    }

    /** Links a user whose pair of tokens has to be refreshed before it is lent after some seconds. @return when */
    private Instant link(String user) {
        coder.addUser(user, "greenroom-" + user);
        coder.settings().accessTokenLifetime(MARGIN.plusSeconds(6));
        var bearer = Map.of(
                "Authorization",
                "Bearer " + backstage.tokenFor("user:default/" + user).mint());
        var account = replicas.url(0).resolve("/v1/account/");
        var authorizeUrl = http.send("POST", account.resolve("authorize"), bearer, Map.of())
                .expectOk("begin to link")
                .path("authorizeUrl")
                .asText();
        var code = new ConsentingBrowser(user).consent(URI.create(authorizeUrl));
        var linked = http.send("POST", account.resolve("link"), bearer, Map.of("code", code))
                .expectOk("link");
        coder.settings().accessTokenLifetime(Duration.ofDays(1));
        return Instant.parse(linked.path("expiresAt").asText()).minus(MARGIN);
    }

    private void awaitDue(Instant due) {
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(due));
        coder.ledger().clear();
    }

    /** What Coder's token endpoint was asked; 0 stands for a call without effect. */
    private List<Call> calls() {
        return coder.ledger().calls("POST", TOKENS);
    }

    private static List<Callable<JsonHttp.Answer>> callersOf(List<URI> urls, Function<URI, JsonHttp.Answer> call) {
        return urls.stream()
                .flatMap(url ->
                        IntStream.range(0, CALLERS).<Callable<JsonHttp.Answer>>mapToObj(i -> () -> call.apply(url)))
                .toList();
    }

    private JsonHttp.Answer borrowUntil(URI url, String user, Predicate<JsonHttp.Answer> done) {
        return await().pollInSameThread().atMost(PATIENCE).until(() -> borrower.borrow(url, user), done);
    }

    /** All at the same moment. */
    private static <T> List<T> together(List<Callable<T>> deeds) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = deeds.stream()
                    .map(deed -> threads.submit(() -> {
                        start.await();
                        return deed.call();
                    }))
                    .toList();
            start.countDown();
            return all.stream().map(RefreshOverReplicasTest::join).toList();
        }
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> relinksTold() {
        try (var topic = new TopicReader(replicas.kafka(), Topic.CODER_ACCOUNTS.topicName())) {
            await().atMost(PATIENCE).until(() -> relinks(topic), relinks -> !relinks.isEmpty());
            return relinks(topic);
        }
    }

    private static List<String> relinks(TopicReader topic) {
        return topic.toTheEnd().stream()
                .map(MessageCodec::decode)
                .filter(Decoded.Known.class::isInstance)
                .map(known -> ((Decoded.Known) known).message())
                .filter(CoderAccountEvent.RelinkRequired.class::isInstance)
                .map(event ->
                        ((CoderAccountEvent.RelinkRequired) event).userRef().toString())
                .toList();
    }
}
