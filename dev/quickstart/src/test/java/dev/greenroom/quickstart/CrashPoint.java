package dev.greenroom.quickstart;

/** Where catalog-sync-service dies: the steps of a pass, of a withdrawal, of the outbox and of the lease, in their order. */
enum CrashPoint {
    LEASE_TAKEN("lead.LeaseStore", "take", "AT EXIT", "$!.isPresent()", Cause.LEASE_LOST),

    BEFORE_A_PAGE_IS_READ("backstage.BackstageClient", "page", "AT ENTRY"),
    PAGE_READ("backstage.BackstageClient", "page", "AT EXIT", "$!.getClass().getSimpleName().equals(\"Page\")"),

    /** They are remembered as groups that nothing was known of before, under the lease. */
    UNKNOWN_GROUPS_LEARNED("pass.LearnGroups", "remember", "AT ENTRY"),
    BEFORE_CHANGED_GROUPS_ARE_SAVED("pass.ChangeOwners", "save", "AT ENTRY", "$2.size() > 0"),
    CHANGED_GROUPS_SAVED_AND_NOT_WHAT_THEY_OWN("pass.ChangeOwners", "read", "AT ENTRY", "$2.size() > 0"),

    BEFORE_ENTITIES_ARE_READ("backstage.BackstageClient", "entities", "AT ENTRY"),
    ENTITIES_READ_AND_NO_TRANSACTION_BEGUN("pass.PublishChanges", "publish(Pass,List)", "AT ENTRY", "$2.size() > 0"),
    ROWS_SAVED_AND_OUTBOX_EMPTY("dev.greenroom.outbox.Outbox", "addAll", "AT ENTRY", "$1.size() > 0"),
    OUTBOX_FILLED_AND_NOT_COMMITTED("pass.SaveAndSay", "all", "AT EXIT", "$2.size() > 0"),
    COMMITTED("pass.PublishChanges", "remember", "AT ENTRY"),

    BEFORE_THE_RELAY_SENDS("dev.greenroom.outbox.ShardRelay", "send", "AT ENTRY"),
    SENT_AND_NOT_COMMITTED_ON_KAFKA("org.apache.kafka.clients.producer.KafkaProducer", "commitTransaction", "AT ENTRY"),
    SENT_AND_STILL_IN_THE_OUTBOX("dev.greenroom.outbox.QueueStore", "delete", "AT ENTRY"),
    SENT_AND_OUT_OF_THE_OUTBOX("dev.greenroom.outbox.QueueStore", "delete", "AT EXIT"),

    HINTS_FOLLOWED_AND_NOT_DONE("hint.HintStore", "done", "AT ENTRY", "$1.size() > 0"),
    HINTS_DONE_AND_NOT_COMMITTED("hint.HintStore", "done", "AT EXIT", "$1.size() > 0"),

    SNAPSHOT_ENDED_AND_NOT_COMMITTED("pass.SnapshotStore", "end", "AT EXIT", "true", Cause.FIRST_READING),
    SNAPSHOT_ENDED("pass.WithdrawMissing", "withdraw(Pass,Newest)", "AT ENTRY", "true", Cause.FIRST_READING),

    MISSING_NOTED("absence.AbsenceStore", "note", "AT EXIT", "$1.size() > 0"),
    ABSENCE_CONFIRMED("pass.WithdrawAbsent", "entities", "AFTER INVOKE BackstageClient.entities"),
    WITHDRAWN_AND_NOT_COMMITTED("pass.WithdrawAbsent", "judge(List,Map)", "AT EXIT", "$! > 0"),
    WITHDRAWN("pass.WithdrawAbsent", "entities", "AT EXIT"),
    PASSED_AND_NOT_WRITTEN_DOWN("status.CatalogView", "passed", "AT ENTRY");

    private static final String PACKAGE = "dev.greenroom.catalogsync.";

    /** What brings a pass to the point, beside what authors change. */
    enum Cause {
        NOTHING_ELSE,
        /** Another replica has led in between. */
        LEASE_LOST,
        /** As in the first pass over a catalog. */
        FIRST_READING
    }

    private final Point point;
    private final Cause cause;

    CrashPoint(String type, String method, String where) {
        this(type, method, where, "true");
    }

    CrashPoint(String type, String method, String where, String condition) {
        this(type, method, where, condition, Cause.NOTHING_ELSE);
    }

    CrashPoint(String type, String method, String where, String condition, Cause cause) {
        this.point = new Point(
                type.startsWith("dev.") || type.startsWith("org.") ? type : PACKAGE + type, method, where, condition);
        this.cause = cause;
    }

    Point point() {
        return point;
    }

    Cause cause() {
        return cause;
    }
}
