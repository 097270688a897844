package dev.greenroom.workspace.inbox;

/** Commands were accepted: observe it after the transaction's success, when others can see them. */
public record CommandsAccepted(int count) {}
