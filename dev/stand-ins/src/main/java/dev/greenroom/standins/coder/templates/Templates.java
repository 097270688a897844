package dev.greenroom.standins.coder.templates;

import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Rows;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** All templates and their versions. */
public final class Templates {

    private final Rows<Template> templates;
    private final Rows<TemplateVersion> versions;

    public Templates(Journal journal) {
        this.templates = new Rows<>("template", Template.class, journal);
        this.versions = new Rows<>("template-version", TemplateVersion.class, journal);
    }

    public Template put(Template template) {
        return templates.put(template);
    }

    /** Adds a version and makes it its template's active one. */
    public TemplateVersion put(TemplateVersion version) {
        Template template = templates.find(version.templateId()).orElseThrow();
        versions.put(version);
        templates.put(template.with(version.id()));
        return version;
    }

    void activate(Template template, TemplateVersion version) {
        templates.put(template.with(version.id()));
    }

    public Stream<Template> all() {
        return templates.all().sorted(Comparator.comparing(Template::name));
    }

    public Optional<Template> find(String id) {
        return templates.find(id);
    }

    public Optional<Template> named(String name) {
        return templates
                .all()
                .filter(template -> template.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public Optional<TemplateVersion> version(String id) {
        return versions.find(id);
    }

    /** The versions of a template, oldest first. */
    public Stream<TemplateVersion> versionsOf(Template template) {
        return versions.all().filter(version -> version.templateId().equals(template.id()));
    }

    public Optional<Preset> preset(String id) {
        return versions.all()
                .flatMap(version -> version.presets().stream())
                .filter(preset -> preset.id().equals(id))
                .findFirst();
    }
}
