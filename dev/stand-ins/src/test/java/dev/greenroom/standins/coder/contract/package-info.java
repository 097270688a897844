/**
 * Holds the stand-in for Coder, or a real Coder, against the recordings of a real one. A real one is named by
 * {@code GREENROOM_TEST_CODER_URL} and {@code GREENROOM_TEST_CODER_ADMIN_TOKEN}.
 */
package dev.greenroom.standins.coder.contract;
