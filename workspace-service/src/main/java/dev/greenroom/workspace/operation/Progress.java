package dev.greenroom.workspace.operation;

/**
 * How far a command has come, written down before the next thing is done at Coder, so that whoever goes on after a
 * crash knows what may have happened. Each kind of command has a sealed one of its own, kept as JSON.
 */
public interface Progress {}
