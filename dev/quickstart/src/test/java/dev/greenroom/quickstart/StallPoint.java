package dev.greenroom.quickstart;

/** Where the leader's process is stopped with SIGSTOP, as a frozen container or a paused virtual machine is. */
enum StallPoint {
    /** It has read what will be old by the time it wakes. */
    ENTITIES_READ(
            new Point(
                    "dev.greenroom.catalogsync.pass.PublishChanges", "publish(Pass,List)", "AT ENTRY", "$2.size() > 0"),
            "another replica has taken over"),
    /** It holds the lease's row. */
    IN_THE_TRANSACTION(
            new Point("dev.greenroom.catalogsync.pass.SaveAndSay", "all", "AT EXIT", "$2.size() > 0"),
            "the turn to poll failed"),
    COMMITTED_AND_NOT_SENT(
            new Point("dev.greenroom.outbox.ShardRelay", "send", "AT ENTRY", "true"),
            "another relay has opened it, and this one is shut out"),
    /** It is about to withdraw what will be there again by the time it wakes. */
    ABSENCE_CONFIRMED(
            new Point(
                    "dev.greenroom.catalogsync.pass.WithdrawAbsent",
                    "entities",
                    "AFTER INVOKE BackstageClient.entities",
                    "true"),
            "another replica has taken over");

    private final Point point;
    private final String says;

    StallPoint(Point point, String says) {
        this.point = point;
        this.says = says;
    }

    Point point() {
        return point;
    }

    /** What its log says when it has seen that it leads no more. */
    String says() {
        return says;
    }
}
