package dev.greenroom.catalogsync.status;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how the last pass went. It is always up: without Backstage this service still answers what it knows, and taking
 * it out of service would only hide that. Alert on {@code greenroom_catalog_pass_age_seconds} and {@code
 * greenroom_catalog_withdrawals_held}.
 */
@Readiness
@ApplicationScoped
class CatalogHealth implements HealthCheck {
    private final CatalogView view;

    CatalogHealth(CatalogView view) {
        this.view = view;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("catalog").up();
        view.last()
                .ifPresentOrElse(
                        pass -> {
                            response.withData("lastPass", pass.outcome.name());
                            response.withData("heldBack", pass.heldBack);
                            if (pass.problem != null) {
                                response.withData("problem", pass.problem);
                            }
                        },
                        () -> response.withData("lastPass", "NONE"));
        return response.withData("ageSeconds", view.age().toSeconds()).build();
    }
}
