/**
 * What crosses Kafka: the messages of each topic, their keys, and how they are written; and by {@link
 * dev.greenroom.contracts.RepositoryUrl}, when the repositories that they name are the same.
 */
@NullMarked
package dev.greenroom.contracts;

import org.jspecify.annotations.NullMarked;
