package dev.greenroom.auth.issuer;

import dev.greenroom.auth.seal.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A signing key as it lies in the database: the pair sealed, and its public half for people to see. */
@Entity
@Table(name = SigningKeyRow.TABLE)
class SigningKeyRow {
    static final String TABLE = "signing_key";
    static final String SEALED_COLUMN = "sealed_private_key";

    @Id
    private int generation;

    private String kid;

    @Column(name = SEALED_COLUMN)
    private byte[] sealedPrivateKey;

    protected SigningKeyRow() {}

    static Place placeOfPrivateKey(String deployment, String kid) {
        return new Place(deployment, kid, SEALED_COLUMN);
    }

    String kid() {
        return kid;
    }

    byte[] sealedPrivateKey() {
        return sealedPrivateKey;
    }
}
