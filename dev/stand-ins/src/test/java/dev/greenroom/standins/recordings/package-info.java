/** Reads recorded HTTP exchanges and tells in what an answer differs from a recorded one. */
package dev.greenroom.standins.recordings;
