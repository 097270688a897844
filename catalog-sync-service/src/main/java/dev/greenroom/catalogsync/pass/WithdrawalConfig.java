package dev.greenroom.catalogsync.pass;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When an entity that isn't seen any more counts as gone. */
@ConfigMapping(prefix = "greenroom.catalog.withdrawal")
interface WithdrawalConfig {

    /** How many complete passes in a row must have missed it. */
    @WithDefault("2")
    int passes();

    /**
     * The share of the known entities above which a disappearance is taken for a fault of the catalog, and nothing is
     * withdrawn. After a large, wanted removal raise it for the time that it takes.
     */
    @WithDefault("0.05")
    double alarmShare();

    /** How many must be missing at least for that: in a small catalog fewer may always disappear. */
    @WithDefault("20")
    int alarmCount();
}
