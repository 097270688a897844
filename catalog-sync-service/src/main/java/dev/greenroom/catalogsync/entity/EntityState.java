package dev.greenroom.catalogsync.entity;

/** Which event an entity's key ends with; WITHDRAWN also where there never was one. */
public enum EntityState {
    PUBLISHED,
    INVALID,
    WITHDRAWN
}
