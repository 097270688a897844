package dev.greenroom.auth.coder;

import java.util.UUID;

/** Who Coder says that a token belongs to. */
public record CoderUser(UUID id, String username) {}
