package dev.greenroom.standins.leaks;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that are there to hold secrets. The list is short on purpose: what is not on it is searched, whatever it is.
 *
 * @param glob of the file's whole path
 */
record LegitimateHolder(String glob, String reason) {
    static final List<LegitimateHolder> ALL = List.of(
            new LegitimateHolder(
                    "**/secrets.properties", "what ./greenroom up has made for its parts, for its owner's eyes only"),
            new LegitimateHolder(
                    "**/services/*/config/application.properties",
                    "how ./greenroom up gives a service its secrets, for its owner's eyes only"));

    static Optional<LegitimateHolder> of(Path file) {
        return ALL.stream().filter(holder -> holder.matches(file)).findFirst();
    }

    private boolean matches(Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file);
    }
}
