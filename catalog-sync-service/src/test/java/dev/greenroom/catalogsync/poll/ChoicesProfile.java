package dev.greenroom.catalogsync.poll;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import java.util.HashMap;
import java.util.Map;

/** A service whose operator has chosen otherwise, wherever there is a choice. */
public final class ChoicesProfile extends CatalogSyncProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var choices = new HashMap<>(super.getConfigOverrides());
        choices.put("greenroom.catalog.owners.nested-groups", "true");
        choices.put("greenroom.catalog.withdrawal.orphans", "withdraw");
        choices.put("greenroom.catalog.defaults.without-spec-coder", "false");
        choices.put("greenroom.catalog.scope.filters[0]", "spec.type=service,spec.lifecycle=production");
        choices.put("greenroom.catalog.scope.filters[1]", "spec.type=website");
        return choices;
    }
}
