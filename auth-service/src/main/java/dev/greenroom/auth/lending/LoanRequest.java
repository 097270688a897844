package dev.greenroom.auth.lending;

import dev.greenroom.contracts.UserRef;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** In whose name a service wants to work, and at which Coder. */
record LoanRequest(@NotBlank String deployment, @NotNull UserRef userRef) {}
