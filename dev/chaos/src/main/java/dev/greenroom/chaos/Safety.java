package dev.greenroom.chaos;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A safety that can be taken away, so that it is seen to be needed. */
enum Safety {
    /** A command that is redelivered is accepted again. */
    INBOX("""
            RULE a command that is known is accepted anew
            CLASS dev.greenroom.database.Sql
            METHOD rows
            AT ENTRY
            IF $1.startsWith("INSERT INTO command")
            DO $1 = $1.replaceAll("(?s)WHERE command.status = 'FAILED'.*(?=RETURNING)", "")
                      .replace("DO UPDATE SET", "DO UPDATE SET lane = excluded.lane,");
               traceln("taken away: the inbox")
            ENDRULE
            """),

    /** Where it is not known what a create did, it is sent again; a name that is taken is another's. */
    LOOKUP("""
            RULE a create whose fate is unknown is sent again without a look
            CLASS dev.greenroom.workspace.create.CreateAtCoder
            METHOD resume
            AT ENTRY
            IF TRUE
            DO flag($1.turn().operation().id());
               traceln("taken away: the look-up");
               RETURN $this.send($1, $2.plan(), $2.name())
            ENDRULE

            RULE a name that is taken then is another's
            CLASS dev.greenroom.workspace.create.CreateAtCoder
            METHOD lookAgain
            AT ENTRY
            IF $3.equals("the name was taken") AND flagged($1.turn().operation().id())
            DO RETURN $this.tryNext($1, $2)
            ENDRULE

            RULE a create whose fate is unknown is not looked for
            CLASS dev.greenroom.workspace.create.CreateAtCoder
            METHOD lookAgain
            AT ENTRY
            IF NOT $3.equals("the name was taken")
            DO RETURN dev.greenroom.workspace.queue.Step.later($3)
            ENDRULE
            """),

    /** The leader's word is enough for a command, whether or not a follower has it. */
    ACKS("");

    private final String rules;

    Safety(String rules) {
        this.rules = rules;
    }

    /** @param name as the script takes it */
    static Safety named(String name) {
        return Arrays.stream(values())
                .filter(safety -> safety.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--without takes "
                        + Arrays.stream(values()).map(Safety::toString).collect(Collectors.joining(", ")) + ", not: "
                        + name));
    }

    /** What Byteman puts into workspace-service; empty where it is not workspace-service's safety. */
    String rules() {
        return rules;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
