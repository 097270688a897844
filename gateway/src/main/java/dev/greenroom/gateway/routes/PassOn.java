package dev.greenroom.gateway.routes;

import dev.greenroom.coder.RequestBudget;
import dev.greenroom.gateway.loan.LoanOutcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Passes a request on, to a service of ours with the user's bearer token or to Coder with a lent one, and its answer back. */
@ApplicationScoped
class PassOn {
    private final UpstreamsConfig config;
    private final Addresses addresses;
    private final Map<Upstream, HttpClient> clients;
    private final RequestBudget budget;

    PassOn(Vertx vertx, UpstreamsConfig config, Addresses addresses, Clock clock) {
        this.config = config;
        this.addresses = addresses;
        this.budget = new RequestBudget(clock);
        this.clients = Arrays.stream(Upstream.values())
                .collect(Collectors.toMap(Function.identity(), upstream -> client(vertx, addresses.of(upstream))));
    }

    private HttpClient client(Vertx vertx, URI base) {
        boolean secure = "https".equals(base.getScheme());
        int standardPort = secure ? 443 : 80;
        var options = new HttpClientOptions()
                .setSsl(secure)
                .setDefaultHost(base.getHost())
                .setDefaultPort(base.getPort() < 0 ? standardPort : base.getPort());
        var pool = new PoolOptions().setHttp1MaxSize(config.connections());
        return vertx.createHttpClient(options.setMaxWaitQueueSize(config.waiting()), pool);
    }

    /**
     * @param path what the service is asked for; the query goes with it as it came
     * @param onTheWay of this route: they are closest to the service but for what answers for its outages
     */
    void to(Upstream upstream, String path, RoutingContext context, ProxyInterceptor... onTheWay) {
        var target = target(upstream, path, context.request().query());
        var proxy = proxy(upstream, target, context, new PassingHeaders());
        Arrays.stream(onTheWay).forEach(proxy::addInterceptor);
        proxy.addInterceptor(RepeatStaleReads.INSTANCE).handle(context.request());
    }

    /**
     * @param path what Coder is asked for; of the query goes with it what is known ({@link CodersQuery})
     * @param lent what is sent in place of the caller's token
     * @param again what follows where Coder refuses that
     */
    void toCoder(String path, LoanOutcome.Lent lent, RoutingContext context, BorrowAgain again) {
        var target =
                target(Upstream.CODER, path, CodersQuery.of(context.request().query()));
        proxy(Upstream.CODER, target, context, new CodersHeaders(lent.token()))
                .addInterceptor(again)
                .addInterceptor(new KeepWithinBudget(budget, path))
                .addInterceptor(RepeatStaleReads.INSTANCE)
                .handle(context.request());
    }

    private HttpProxy proxy(Upstream upstream, String target, RoutingContext context, ProxyInterceptor headers) {
        return HttpProxy.reverseProxy(clients.get(upstream))
                .origin(this::connect)
                .addInterceptor(headers)
                .addInterceptor(new RewriteTarget(target, bodyOf(context)))
                .addInterceptor(new OutageAnswer(upstream, config.retryAfter()));
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        return context.client()
                .request(new RequestOptions()
                        .setConnectTimeout(config.connectTimeout().toMillis())
                        .setIdleTimeout(config.answerTimeout().toMillis()));
    }

    private String target(Upstream upstream, String path, @Nullable String query) {
        var base = addresses.of(upstream).getPath().replaceFirst("/$", "");
        return base + path + (query == null ? "" : "?" + query);
    }

    private static @Nullable Buffer bodyOf(RoutingContext context) {
        return context.body().available() ? context.body().buffer() : null;
    }
}
