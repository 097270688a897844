package dev.greenroom.catalogsync.confirmation;

/** Says what an admin sends where the missing entities are meant to be gone. */
public final class HowToConfirm {
    private HowToConfirm() {}

    public static String of(int missing) {
        return "if they are meant to be gone, an admin confirms it with POST /v1/catalog/withdrawals {\"upTo\": "
                + missing + "}";
    }
}
