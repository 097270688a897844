package dev.greenroom.workspace.preprovision;

/**
 * What is due, and how far its owner's and its entity's limits are used up.
 *
 * @param ofOwner how many the owner has by pre-provisioning, those in the making with them
 * @param ofEntity how many there are for the entity
 * @param mostOfEntity the operator's limit, or the author's where that is lower
 */
record Candidate(Due due, long ofOwner, long ofEntity, long mostOfEntity) {}
