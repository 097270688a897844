package dev.greenroom.workspace.coder;

/** A token that acts at Coder for its user. It prints itself redacted. */
public record CoderToken(String value) {

    @Override
    public String toString() {
        return "CoderToken[…]";
    }
}
