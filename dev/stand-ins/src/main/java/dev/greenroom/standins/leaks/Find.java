package dev.greenroom.standins.leaks;

import java.nio.file.Path;

/** A secret where none should be. @param offset the byte of the file that it begins at */
record Find(Path file, long offset, Needle needle) {}
