package dev.greenroom.catalogsync.pass;

/** The numbers of the newest entity and the newest group when a pass began: later ones can't have been missed by it. */
record Newest(int entity, int group) {}
