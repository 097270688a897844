/** What the tests put around the service, and the people and entities that they play with. */
package dev.greenroom.workspace.neighbours;
