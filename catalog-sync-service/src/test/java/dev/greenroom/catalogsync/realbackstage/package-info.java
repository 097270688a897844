/** How the catalog is followed where Backstage is a real one. */
package dev.greenroom.catalogsync.realbackstage;
