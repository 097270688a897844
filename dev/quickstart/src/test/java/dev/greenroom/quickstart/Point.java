package dev.greenroom.quickstart;

/**
 * A point in the code of a service that runs as a process, at which something is done to it from outside: by a rule of
 * Byteman, so that the service has no switch for it.
 *
 * @param type the class's full name
 * @param method its name, with the simple names of its parameters' types where it is overloaded
 * @param where in the method, in Byteman's words: {@code AT ENTRY}, {@code AT EXIT} (of one that doesn't throw)
 * @param condition an expression of Byteman's: {@code $1} is the first argument, {@code $!} what is returned
 */
record Point(String type, String method, String where, String condition) {

    /** @param deed an action of Byteman's, done at the first time */
    String rule(String deed) {
        return """
                RULE %s
                CLASS %s
                METHOD %s
                %s
                IF (%s) AND flag("reached")
                DO %s
                ENDRULE
                """.formatted(this, type, method, where, condition, deed);
    }

    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('.') + 1) + "." + method + " " + where;
    }
}
