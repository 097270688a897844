package dev.greenroom.auth.lending;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The record of all loans. It only grows; how long it is kept is the operator's choice. */
@ApplicationScoped
class LoanStore implements PanacheRepository<LoanRecord> {}
