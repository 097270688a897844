package dev.greenroom.catalogsync.realbackstage;

/**
 * A component as its author writes it.
 *
 * @param owner a full reference
 * @param coder the value of {@code spec.coder} in YAML's flow style
 */
record Component(String name, String owner, String description, String coder) {
    static Component of(String name, String owner) {
        return new Component(name, owner, "First", "{templateName: java, params: {cpu: '2'}}");
    }

    Component named(String name) {
        return new Component(name, owner, description, coder);
    }

    Component ownedBy(String owner) {
        return new Component(name, owner, description, coder);
    }

    Component described(String description) {
        return new Component(name, owner, description, coder);
    }

    Component with(String coder) {
        return new Component(name, owner, description, coder);
    }

    Component withTemplate(String template) {
        return with("{templateName: " + template + ", params: {cpu: '2'}}");
    }

    String yaml() {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                  description: %s
                  annotations: {'backstage.io/source-location': 'url:https://github.com/acme/%s/tree/main/'}
                spec: {type: service, lifecycle: production, owner: '%s', coder: %s}
                """.formatted(name, description, name, owner, coder);
    }
}
