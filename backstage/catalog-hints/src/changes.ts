import { createHash } from 'node:crypto';
import { type Entity, parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** An entity that may have changed for Greenroom. */
export interface Change {
  /** In full and in lower case, such as `component:default/pay`. */
  readonly ref: string;
  /** The entity that was processed; the same one but for relations, which stand at the other end too. */
  readonly cause: string;
  /** Whether this is what the catalog has after the change. */
  shownBy(entity: Entity | undefined): boolean;
}

/**
 * What is remembered of an entity from one processing to the next, in the catalog's own database, by the catalog's
 * cache for processors: so that all replicas of a back end have it.
 */
export type Remembered = {
  /** Of what Greenroom uses. */
  fingerprint: string;
  /** References of the groups at which the catalog writes a relation for this entity. */
  groups: string[];
};

/** What Greenroom takes for a full reference: one other would cost a whole request. */
const REFERENCE = /^[a-z][a-z0-9]*:[a-z0-9]([a-z0-9-]*[a-z0-9])?\/[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/;
const LONGEST_PART = 253;

const SOURCE_LOCATION = 'backstage.io/source-location';

/**
 * Of what Greenroom uses of an entity, and of what the filter of its scope is likely to name. The relations that it
 * reads are made of these fields.
 */
export function fingerprint(entity: Entity): string {
  const { annotations, labels, tags } = entity.metadata;
  const spec: NonNullable<Entity['spec']> = entity.spec ?? {};
  const { coder, owner, type, lifecycle, members, memberOf, children, parent } = spec;
  const used = [annotations?.[SOURCE_LOCATION], labels, tags, coder, owner, type, lifecycle];
  const canonical = JSON.stringify([...used, members, memberOf, children, parent], sorted);
  return createHash('sha256').update(canonical).digest('base64url').slice(0, 22);
}

/** Whether anything of it can matter to Greenroom. */
export function isWatched(entity: Entity, kinds: ReadonlySet<string>): boolean {
  const kind = entity.kind.toLowerCase();
  return kind === 'group' || kind === 'user' || kinds.has(kind);
}

export function remember(entity: Entity): Remembered {
  return { fingerprint: fingerprint(entity), groups: [...groupsOf(entity)] };
}

/**
 * What follows from an entity's change. Greenroom reads no users, but at each group who its members are and what its
 * parts: so of a user the groups are told that it has joined or left.
 *
 * @param before undefined where it was never seen
 */
export function changesOf(
  entity: Entity,
  before: Remembered | undefined,
  now: Remembered,
  kinds: ReadonlySet<string>,
): Change[] {
  const cause = stringifyEntityRef(entity);
  const kind = entity.kind.toLowerCase();
  const changes: Change[] = [];
  if (kind === 'group' || kinds.has(kind)) {
    const shownBy = (shown: Entity | undefined) => shown !== undefined && fingerprint(shown) === now.fingerprint;
    changes.push({ ref: cause, cause, shownBy });
  }
  const relation = kind === 'user' ? 'hasMember' : 'parentOf';
  for (const ref of difference(before?.groups ?? [], now.groups)) {
    const expected = now.groups.includes(ref);
    changes.push({ ref, cause, shownBy: shown => shown !== undefined && hasRelation(shown, relation, cause) === expected });
  }
  return changes.filter(({ ref }) => isReference(ref));
}

function isReference(ref: string): boolean {
  return REFERENCE.test(ref) && ref.split(/[:/]/).every(part => part.length <= LONGEST_PART);
}

function groupsOf(entity: Entity): Set<string> {
  const kind = entity.kind.toLowerCase();
  const named = kind === 'user' ? entity.spec?.memberOf : kind === 'group' ? entity.spec?.parent : undefined;
  const refs = [named].flat().filter(ref => typeof ref === 'string');
  return new Set(refs.map(ref => inFull(ref, entity)));
}

/** As the catalog's own processor reads it (BuiltinKindsEntityProcessor). */
function inFull(ref: string, entity: Entity): string {
  const defaultNamespace = entity.metadata.namespace ?? 'default';
  return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'group', defaultNamespace }));
}

function difference(before: string[], now: string[]): string[] {
  return [...before.filter(ref => !now.includes(ref)), ...now.filter(ref => !before.includes(ref))];
}

function hasRelation(entity: Entity, type: string, targetRef: string): boolean {
  return entity.relations?.some(relation => relation.type === type && relation.targetRef === targetRef) ?? false;
}

/** An object's keys in one order, however its author has written them. */
function sorted(_key: string, value: unknown): unknown {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}
