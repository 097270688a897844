package dev.greenroom.problems;

import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;

/** Knows another server's refusal, which must not be passed off as ours: its 404 says nothing about our path. */
final class ForeignAnswer {
    private ForeignAnswer() {}

    static boolean is(Throwable cause) {
        return cause instanceof ResteasyReactiveClientProblem;
    }
}
