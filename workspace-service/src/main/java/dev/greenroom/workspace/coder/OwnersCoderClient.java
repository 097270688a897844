package dev.greenroom.workspace.coder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import dev.greenroom.contracts.MessageCodec;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/**
 * Coder's API with one owner's rights, mostly during one turn; every status is turned into an {@link Answer}. Each call is
 * made once, takes no longer than the client's time-outs, and is begun only when the turn lasts for longer.
 */
public final class OwnersCoderClient {

    private static final JavaType PARAMETERS = listOf(RichParameter.class);
    private static final JavaType PRESETS = listOf(Preset.class);
    private static final JavaType VALUES = listOf(ParameterValue.class);
    private static final JavaType LOG = listOf(LogLine.class);

    private final CoderApi api;
    private final CoderCalls calls;
    private final CoderToken token;
    private final Runnable beforeCall;

    OwnersCoderClient(CoderApi api, CoderCalls calls, CoderToken token, Runnable beforeCall) {
        this.api = api;
        this.calls = calls;
        this.token = token;
        this.beforeCall = beforeCall;
    }

    public Answer<Template> template(String organization, String name) {
        return ask("template", type(Template.class), () -> api.template(token.value(), organization, name));
    }

    public Answer<List<RichParameter>> richParameters(UUID templateVersionId) {
        return ask("rich-parameters", PARAMETERS, () -> api.richParameters(token.value(), templateVersionId));
    }

    public Answer<List<Preset>> presets(UUID templateVersionId) {
        return ask("presets", PRESETS, () -> api.presets(token.value(), templateVersionId));
    }

    /** Coder answers while the build is still pending. After {@link Answer.Unknown} the workspace may exist or not. */
    public Answer<CoderWorkspace> create(CreateRequest request) {
        var body = json(request);
        return ask("create", type(CoderWorkspace.class), () -> api.create(token.value(), body));
    }

    /** The user's own workspace of that name, whatever its case. */
    public Answer<CoderWorkspace> workspaceByName(String name) {
        return ask("workspace-by-name", type(CoderWorkspace.class), () -> api.workspaceByName(token.value(), name));
    }

    public Answer<CoderWorkspace> workspace(UUID id) {
        return ask("workspace", type(CoderWorkspace.class), () -> api.workspace(token.value(), id));
    }

    /** One page of the user's own workspaces. */
    public Answer<WorkspacePage> workspaces(int limit, int offset) {
        return ask(
                "workspaces",
                type(WorkspacePage.class),
                () -> api.workspaces(token.value(), "owner:me", limit, offset));
    }

    /** Whose token it is. */
    public Answer<CoderUser> me() {
        return ask("me", type(CoderUser.class), () -> api.me(token.value()));
    }

    /**
     * Begins a build; Coder answers while it is still pending. After {@link Answer.Unknown} it may have begun or not.
     *
     * @param templateVersionId that of the build before where null
     */
    public Answer<CoderWorkspace.Build> begin(
            UUID workspaceId, Transition transition, @Nullable UUID templateVersionId) {
        var body = json(new BuildRequest(transition.word(), templateVersionId));
        return ask(
                transition.word(), type(CoderWorkspace.Build.class), () -> api.build(token.value(), workspaceId, body));
    }

    public Answer<CoderWorkspace.Build> build(UUID buildId) {
        return ask("build", type(CoderWorkspace.Build.class), () -> api.build(token.value(), buildId));
    }

    /** The values of a build's parameters, which a workspace does not carry itself. */
    public Answer<List<ParameterValue>> buildParameters(UUID buildId) {
        return ask("build-parameters", VALUES, () -> api.buildParameters(token.value(), buildId));
    }

    /** What the provisioner has written of a build, oldest first. */
    public Answer<List<LogLine>> buildLog(UUID buildId) {
        return ask("build-log", LOG, () -> api.buildLog(token.value(), buildId));
    }

    /** Asks for the end of a build, which takes a while. Of one that is over Coder refuses it. */
    public Answer<CoderMessage> cancel(UUID buildId) {
        return ask("cancel", type(CoderMessage.class), () -> api.cancel(token.value(), buildId));
    }

    private <T> Answer<T> ask(String name, JavaType type, Supplier<Response> call) {
        beforeCall.run();
        try {
            return calls.call(name, call).as(type);
        } catch (CoderAway away) {
            return new Answer.Unknown<>(String.valueOf(away.getMessage()));
        } catch (CircuitBreakerOpenException open) {
            return new Answer.Unknown<>("the breaker is open");
        }
    }

    private static JavaType type(Class<?> type) {
        return MessageCodec.JSON.constructType(type);
    }

    private static JavaType listOf(Class<?> type) {
        return MessageCodec.JSON.getTypeFactory().constructCollectionType(List.class, type);
    }

    private static String json(Object request) {
        try {
            return MessageCodec.JSON.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that can't be written as JSON", e);
        }
    }
}
