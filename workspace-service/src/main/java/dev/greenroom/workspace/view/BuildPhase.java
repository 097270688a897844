package dev.greenroom.workspace.view;

/** How far a build is, by Coder's word for its workspace: it only goes forward. */
final class BuildPhase {

    private BuildPhase() {}

    static int of(String status) {
        return switch (status) {
            case "pending" -> 0;
            case "starting", "stopping", "deleting" -> 1;
            case "canceling" -> 2;
            default -> 3;
        };
    }
}
