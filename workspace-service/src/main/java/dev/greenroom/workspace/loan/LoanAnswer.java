package dev.greenroom.workspace.loan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Auth-service's answer, cut to what is used. It prints itself redacted. */
record LoanAnswer(long loanId, String accessToken, @Nullable Instant expiresAt, long linkGeneration) {

    @Override
    public String toString() {
        return "LoanAnswer[loanId=" + loanId + ", accessToken=…, expiresAt=" + expiresAt + ", linkGeneration="
                + linkGeneration + "]";
    }
}
