package dev.greenroom.workspace.account;

import dev.greenroom.contracts.UserRef;

/** Whose it is, as messages' keys and rows have it: {@code deployment/user ref}. A deployment's name has no slash. */
public record OwnerKey(String deployment, UserRef owner) {

    public static OwnerKey parse(String key) {
        var slash = key.indexOf('/');
        return new OwnerKey(key.substring(0, slash), UserRef.parse(key.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return deployment + "/" + owner;
    }
}
