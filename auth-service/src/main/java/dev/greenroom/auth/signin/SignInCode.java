package dev.greenroom.auth.signin;

import dev.greenroom.auth.oauth2.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code that a client gives for tokens, once (RFC 6749, section 4.1.3). The database has its hash only. */
@Entity
@Table(name = "sign_in_code")
class SignInCode {
    @Id
    private UUID id;

    private byte[] hash;

    @Column(name = "grant_id")
    private UUID grantId;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "redirect_uri")
    private String redirectUri;

    @Column(name = "code_challenge")
    private @Nullable String codeChallenge;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected SignInCode() {}

    SignInCode(Secret code, UUID grantId, AuthorizationRequest request, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.hash = code.hash();
        this.grantId = grantId;
        this.clientId = request.clientId();
        this.redirectUri = request.redirectUri();
        this.codeChallenge = request.codeChallenge();
        this.expiresAt = expiresAt;
    }

    /** Whether it was given to this client, for this address, and to whoever has the verifier where there was a challenge. */
    boolean isFor(String client, @Nullable String uri, @Nullable Secret verifier) {
        return clientId.equals(client) && redirectUri.equals(uri) && isProven(verifier);
    }

    /** A verifier without a challenge is refused, too: something took the challenge away (RFC 9700, section 4.8.2). */
    private boolean isProven(@Nullable Secret verifier) {
        return verifier == null ? codeChallenge == null : verifier.challenge().equals(codeChallenge);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    UUID grantId() {
        return grantId;
    }
}
