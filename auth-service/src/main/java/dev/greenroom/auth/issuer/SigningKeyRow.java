package dev.greenroom.auth.issuer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A signing key as it lies in the database: the pair sealed, and its public half for people to see. */
@Entity
@Table(name = "signing_key")
class SigningKeyRow {
    static final String SEALED_COLUMN = "sealed_private_key";

    @Id
    private int generation;

    private String kid;

    @Column(name = SEALED_COLUMN)
    private byte[] sealedPrivateKey;

    protected SigningKeyRow() {}

    String kid() {
        return kid;
    }

    byte[] sealedPrivateKey() {
        return sealedPrivateKey;
    }
}
