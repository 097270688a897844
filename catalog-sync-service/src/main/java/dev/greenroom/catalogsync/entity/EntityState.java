package dev.greenroom.catalogsync.entity;

/** Which event an entity's key ends with. */
public enum EntityState {
    PUBLISHED,
    INVALID,
    WITHDRAWN
}
