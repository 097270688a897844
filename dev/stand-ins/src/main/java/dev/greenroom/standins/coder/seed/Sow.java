package dev.greenroom.standins.coder.seed;

import dev.greenroom.standins.coder.http.Uuids;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.templates.Template;
import dev.greenroom.standins.coder.templates.TemplateVersion;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.users.Role;
import dev.greenroom.standins.coder.users.User;
import dev.greenroom.standins.coder.users.Users;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Puts a seed into a new stand-in. */
public final class Sow {

    private final Users users;
    private final Templates templates;
    private final Clock clock;

    public Sow(Users users, Templates templates, Clock clock) {
        this.users = users;
        this.templates = templates;
        this.clock = clock;
    }

    public void sow(Seed seed) {
        seed.knownUsers()
                .forEach(user -> users.create(
                        user.username(), user.displayName(), user.address(), user.password(), user.heldRoles()));
        User author = users.all()
                .filter(user -> user.is(Role.OWNER))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The seed has no user with the role owner"));
        seed.knownTemplates().forEach(template -> sow(template, author));
    }

    /** A template that is there gets further versions. */
    private void sow(SeedTemplate seed, User author) {
        String id = templates
                .named(seed.name())
                .orElseGet(() -> templates.put(template(seed, author)))
                .id();
        List<String> versions = seed.versions();
        String fileId = UUID.randomUUID().toString();
        (versions == null ? List.of("v1") : versions)
                .forEach(name -> templates.put(version(seed, id, name, fileId, author)));
    }

    private Template template(SeedTemplate seed, User author) {
        return new Template(
                UUID.randomUUID().toString(),
                seed.name(),
                SeedTemplate.orElse(seed.displayName(), ""),
                SeedTemplate.orElse(seed.description(), ""),
                SeedTemplate.orElse(seed.icon(), ""),
                author.id(),
                Moments.now(clock),
                Uuids.NONE,
                seed.defaultTtlMillis(),
                seed.allowUserCancel());
    }

    private TemplateVersion version(SeedTemplate seed, String templateId, String name, String fileId, User author) {
        return new TemplateVersion(
                UUID.randomUUID().toString(),
                templateId,
                name,
                "",
                author.id(),
                Moments.now(clock),
                UUID.randomUUID().toString(),
                fileId,
                UUID.randomUUID().toString(),
                seed.richParameters(),
                seed.newPresets(),
                seed.externalAuth() == null ? List.of() : seed.externalAuth(),
                seed.buildTime(),
                seed.buildError());
    }
}
