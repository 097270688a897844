package dev.greenroom.auth.account;

/**
 * The grant of a linked user.
 *
 * @param linkGeneration counts the user's links
 */
public record GrantedAccount(Granted granted, long linkGeneration) {}
