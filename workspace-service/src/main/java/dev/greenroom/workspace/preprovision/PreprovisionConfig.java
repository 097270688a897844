package dev.greenroom.workspace.preprovision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's part of the agreement to pre-provision. Each list names what is allowed, whatever its case, and
 * {@code *} allows everything; one that is empty allows nothing.
 */
@ConfigMapping(prefix = "greenroom.preprovision")
interface PreprovisionConfig {

    @WithDefault("false")
    boolean enabled();

    /** Namespaces of entities; none where not set. */
    Optional<Set<String>> namespaces();

    /** Kinds of entities; none where not set. */
    Optional<Set<String>> kinds();

    /** Templates by name; none where not set. */
    Optional<Set<String>> templates();

    /**
     * Hosts of repositories, with a port where HTTP needs one; none where not set. What counts is the entity's repository
     * and whatever else among its parameters is an address of one: an author controls both.
     */
    Optional<Set<String>> hosts();

    /** User refs; where not set, every owner who consents: nobody gets a workspace without that. */
    @WithDefault("*")
    Optional<Set<String>> owners();

    /**
     * Whether the opt-ins count that stood when the catalog was first read whole. Without it, connecting a catalog
     * creates nothing: only what authors opt in later does.
     */
    @WithDefault("false")
    boolean snapshot();

    /** How many workspaces a user may have at the same time that came up with nobody asking; with 0 nobody gets one. */
    @WithDefault("10")
    int maxPerUser();

    /** How many there may be at the same time for an entity; an author may set a lower number. */
    @WithDefault("50")
    int maxPerEntity();

    /** How many are begun within any hour, by all replicas together. */
    @WithDefault("100")
    int maxPerHour();

    /** Whether nothing is made, and only told what would be. */
    @WithDefault("false")
    boolean dryRun();

    /** What becomes of what came up in this way, and was not used, once its entity is no longer opted in. */
    @WithDefault("keep")
    AfterWithdrawal afterWithdrawal();

    /** How long such a command is tried. */
    @WithDefault("1D")
    Duration deadline();
}
