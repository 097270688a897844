package dev.greenroom.catalogsync.pass;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an entity that isn't seen any more counts as gone. */
@ConfigMapping(prefix = "greenroom.catalog.withdrawal")
interface WithdrawalConfig {

    /** For how long no complete pass has seen it: time for an author to mend the file that made Backstage drop it. */
    @WithDefault("10m")
    Duration grace();

    @WithDefault("keep")
    Orphans orphans();

    /**
     * The share of the known entities above which a disappearance is taken for a fault of the catalog, and nothing is
     * withdrawn unless an admin confirms it.
     */
    @WithDefault("0.05")
    double alarmShare();

    /** How many must be missing at least for that: in a small catalog fewer may always disappear. */
    @WithDefault("20")
    int alarmCount();
}
