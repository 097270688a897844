/** Holds the stand-in for Backstage against the recordings of a real one, and where it can, the real one as well. */
package dev.greenroom.standins.backstage;
