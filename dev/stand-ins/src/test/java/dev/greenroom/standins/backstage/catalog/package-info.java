/** Tries the catalog without HTTP. */
package dev.greenroom.standins.backstage.catalog;
