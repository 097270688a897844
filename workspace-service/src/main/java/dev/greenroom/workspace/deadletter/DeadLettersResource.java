package dev.greenroom.workspace.deadletter;

import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import dev.greenroom.paging.Page;
import dev.greenroom.paging.PageRequest;
import dev.greenroom.problems.Problem;
import dev.greenroom.workspace.intake.KeepAgain;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where operators see the records that this service could not keep, and have one kept that can be by now. */
@Path("/v1/admin/dead-letters/{topic}")
@Authenticated
@RunOnVirtualThread
class DeadLettersResource {

    private static final Logger LOG = Logger.getLogger(DeadLettersResource.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** By the names that operators know from their metrics and their consumers' lag. */
    private static final Map<String, Topic> TOPICS = Map.of(
            "coder-configs", Topic.CODER_CONFIGS,
            "coder-accounts", Topic.CODER_ACCOUNTS,
            "workspace-commands", Topic.WORKSPACE_COMMANDS);

    private final Caller caller;
    private final Admins admins;
    private final DeadLetterReader letters;
    private final KeepAgain keepAgain;

    DeadLettersResource(Caller caller, Admins admins, DeadLetterReader letters, KeepAgain keepAgain) {
        this.caller = caller;
        this.admins = admins;
        this.letters = letters;
        this.keepAgain = keepAgain;
    }

    @GET
    public Page<DeadLetter> list(
            String topic, @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        admins.require(caller.user());
        var read = topicOf(topic);
        var page = PageRequest.byNumber(limit, cursor);
        var found = orAway(() -> letters.last(read, page.last(), page.limit() + 1));
        return Page.of(found, page.limit(), DeadLetter::offset);
    }

    @POST
    @Path("/{offset}/replay")
    @ResponseStatus(204)
    public void replay(String topic, String offset) {
        var by = admins.require(caller.user());
        var read = topicOf(topic);
        var record = Optional.of(offset)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> orAway(() -> letters.at(read, Long.parseLong(text))))
                .orElseThrow(DeadLettersResource::notFound);
        keepAgain
                .keep(read, record)
                .ifPresentOrElse(
                        why -> refuse(read, offset, by, why),
                        () -> LOG.infof("dead letter replayed topic=%s offset=%s by=%s", read.topicName(), offset, by));
    }

    private static void refuse(Topic topic, String offset, UserRef by, String why) {
        LOG.infof("dead letter not kept topic=%s offset=%s by=%s reason=\"%s\"", topic.topicName(), offset, by, why);
        throw Problem.of(422, "still-unreadable", "It can't be kept still: " + why + ".");
    }

    private static <T> T orAway(Supplier<T> read) {
        try {
            return read.get();
        } catch (TimeoutException away) {
            throw Problem.unavailable("service-unavailable", "Kafka does not answer now.", RETRY_AFTER);
        }
    }

    private static Topic topicOf(String name) {
        return Optional.ofNullable(TOPICS.get(name)).orElseThrow(DeadLettersResource::notFound);
    }

    private static RuntimeException notFound() {
        return Problem.of(404, "dead-letter-not-found", "There is no such dead letter, or none any more.");
    }
}
