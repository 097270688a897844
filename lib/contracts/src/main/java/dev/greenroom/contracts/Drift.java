package dev.greenroom.contracts;

import java.util.List;

/**
 * How the configuration of a workspace's entity differs from what the workspace was created from. Nothing is done about
 * it. Names only: the values of parameters may be confidential.
 *
 * @param template whether it names another template, or another organization's
 * @param preset whether it names another preset
 * @param params the names of the parameters that have another value, are new, or are no longer there
 */
public record Drift(boolean template, boolean preset, List<String> params) {
    public Drift {
        params = List.copyOf(params);
    }
}
