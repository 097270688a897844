package dev.greenroom.standins.coder.http;

/** Answers a call: by the exchange, now or later, or by throwing a {@link Refusal}. */
@FunctionalInterface
public interface Handling {

    void handle(Exchange exchange);
}
