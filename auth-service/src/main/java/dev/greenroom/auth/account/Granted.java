package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderToken;
import java.util.UUID;

/** A linked account with the token that acts for it. */
public record Granted(LinkedAccount account, UUID grantId, CoderToken token) {}
