package dev.greenroom.catalogsync.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.catalogsync.compile.CatalogEntity;
import dev.greenroom.catalogsync.compile.Compilation;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.UserRef;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * What there is to say about an entity, and a hash of it. The hash is of the result and not of what Backstage sent: a
 * changed default or a new version of the rules publishes what it changes, and an edit that means nothing here doesn't.
 */
public record Content(CatalogEntity entity, List<EntityRef> groups, Compilation compilation, String hash) {

    public Content {
        groups = List.copyOf(groups);
    }

    /** @param groups that own it */
    public static Content of(CatalogEntity entity, List<EntityRef> groups, Compilation compilation) {
        return new Content(
                entity,
                groups,
                compilation,
                hash(new Hashed(kind(compilation), compilation, entity.owners().fitting())));
    }

    private record Hashed(EntityState state, Compilation compilation, List<UserRef> owners) {}

    public EntityRef ref() {
        return entity.ref();
    }

    EntityState state() {
        return kind(compilation);
    }

    private static EntityState kind(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled _ -> EntityState.PUBLISHED;
            case Compilation.Invalid _ -> EntityState.INVALID;
            case Compilation.NotConfigured _ -> EntityState.WITHDRAWN;
        };
    }

    private static String hash(Hashed content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(MessageCodec.JSON.writeValueAsBytes(content));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("content that can't be hashed", impossible);
        }
    }
}
