package dev.greenroom.workspace.coder;

import java.util.UUID;

/** A user of Coder's. */
public record CoderUser(UUID id) {}
