import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor, CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { type Change, changesOf, isWatched, type Remembered, remember } from './changes';
import { Trouble } from './trouble';

const CACHE_KEY = 'remembered';
/** A lower number runs earlier, 20 is the default: what other processors make of an entity is seen as well. */
const LAST = 1_000;

/** Looks at each entity that the catalog has processed, and changes none. */
export class HintProcessor implements CatalogProcessor {
  readonly #kinds: ReadonlySet<string>;
  readonly #add: (change: Change) => void;
  readonly #trouble: Trouble;

  constructor(kinds: ReadonlySet<string>, add: (change: Change) => void, logger: LoggerService) {
    this.#kinds = kinds;
    this.#add = add;
    this.#trouble = new Trouble(logger);
  }

  getProcessorName(): string {
    return 'GreenroomHintProcessor';
  }

  getPriority(): number {
    return LAST;
  }

  /** Waits for nothing but the cache, which is in memory by now; what goes wrong here must not fail the entity. */
  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    _emit: unknown,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    try {
      if (isWatched(entity, this.#kinds)) {
        await this.#compare(entity, cache);
      }
    } catch (error) {
      this.#trouble.is(`of an entity that can't be compared no hint is sent, and there may be more: ${error}`);
    }
    return entity;
  }

  async #compare(entity: Entity, cache: CatalogProcessorCache): Promise<void> {
    const before = await cache.get<Remembered>(CACHE_KEY);
    const now = remember(entity);
    if (before?.fingerprint !== now.fingerprint) {
      // Only a change is written: an untouched cache keeps what it has, and costs no statement.
      await cache.set(CACHE_KEY, now);
      changesOf(entity, before, now, this.#kinds).forEach(this.#add);
    }
  }
}
