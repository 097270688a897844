package dev.greenroom.workspace.coder;

import java.util.List;

/** @param count of all pages together */
public record WorkspacePage(List<CoderWorkspace> workspaces, int count) {}
