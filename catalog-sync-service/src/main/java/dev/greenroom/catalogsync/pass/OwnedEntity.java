package dev.greenroom.catalogsync.pass;

import dev.greenroom.catalogsync.backstage.BackstageEntity;
import dev.greenroom.catalogsync.compile.CatalogEntity;

/**
 * An entity that was read whole.
 *
 * @param read as Backstage has it
 * @param entity with the users who own it
 */
record OwnedEntity(BackstageEntity read, CatalogEntity entity) {}
