package dev.greenroom.standins.backstage.catalog;

/** One arrow of the catalog's graph, as the entity at its start shows it: {@code ownedBy}, {@code hasMember}. */
record Relation(Ref source, String type, Ref target) {}
