package dev.greenroom.auth.seal;

/**
 * A value that lies sealed.
 *
 * @param key its row's primary key, as JDBC gives it
 */
record SealedRow(Object key, Place place, byte[] sealed) {}
