package dev.greenroom.catalogsync.realbackstage;

import java.util.HashMap;
import java.util.Map;

/** A Backstage that keeps orphans, and an operator to whom they count as missing. */
public final class OrphansProfile extends ThousandsProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var config = new HashMap<>(super.getConfigOverrides());
        config.put("greenroom.catalog.withdrawal.orphans", "withdraw");
        return config;
    }

    @Override
    boolean keepsOrphans() {
        return true;
    }
}
