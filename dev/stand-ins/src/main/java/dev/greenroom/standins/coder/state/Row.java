package dev.greenroom.standins.coder.state;

/** One thing that the stand-in remembers; a change is another row with the same id. */
public interface Row {

    /** What the row is found by, unique among its kind. */
    String id();
}
