package dev.greenroom.catalogsync.backstage;

import dev.greenroom.contracts.EntityRef;

/**
 * What a page says of an entity: enough to know whether it has to be read again.
 *
 * @param etag Backstage's hash of the whole entity, its relations too. It returns to its old value with the content, so
 *     it tells that something is different from what was read last, and nothing about time
 */
public record SlimEntity(EntityRef ref, String uid, String etag) {}
