package dev.greenroom.auth.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who is signed in with Coder at a client.
 *
 * <pre>
 *   code ──────▶ session ──┐ refresh: the next tokens, a later end
 *                   │  ▲───┘
 *                   │
 *                   ▼  over, revoked, a refresh token that it has gone on without, its client or its grant is gone
 *                 ended: its row is deleted, and its tokens with it
 * </pre>
 */
@Entity
@Table(name = "sign_in_session")
class Session {
    @Id
    private UUID id;

    @Column(name = "grant_id")
    private UUID grantId;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Session() {}

    Session(UUID grantId, String clientId, Instant now) {
        this.id = UUID.randomUUID();
        this.grantId = grantId;
        this.clientId = clientId;
        this.beganAt = now;
        this.expiresAt = now;
    }

    void lastsUntil(Instant end) {
        expiresAt = end;
    }

    boolean isOf(String client) {
        return clientId.equals(client);
    }

    UUID id() {
        return id;
    }

    UUID grantId() {
        return grantId;
    }
}
