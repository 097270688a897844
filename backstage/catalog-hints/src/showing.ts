import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { Change } from './changes';
import { pauseFor } from './pause';
import type { Timing } from './timing';
import { Trouble } from './trouble';

/** What the catalog has now, in the order of the references; undefined where it has none. */
export type Look = (refs: string[]) => Promise<(Entity | undefined)[]>;

/** Whom changes are told once the catalog shows them. */
export interface Listener {
  changed(refs: Iterable<string>): void;
  allChanged(): void;
}

interface Waiting {
  readonly change: Change;
  /** By `performance.now()`. */
  readonly since: number;
}

/** In a request of some 40 KB at most: Backstage refuses bodies of 100 KB. */
const MOST_REFS = 200;
/** Each takes some 500 bytes. */
const MOST_WAITING = 5_000;

/**
 * Holds changes back until the catalog shows them. A processed entity is in the API only after stitching, which the
 * catalog begins once a second by default: a hint before that would have Greenroom read what was there before.
 *
 * It looks at a few hundred entities at a time, one look after the other, however many wait.
 */
export class ShowingChanges {
  readonly #look: Look;
  readonly #listener: Listener;
  readonly #timing: Timing;
  readonly #logger: LoggerService;
  readonly #trouble: Trouble;
  readonly #stop = new AbortController();
  /** By reference and cause. */
  readonly #waiting = new Map<string, Waiting>();
  #isLooking = false;
  #isSettling = false;
  #hasGivenUp = false;

  constructor(look: Look, listener: Listener, timing: Timing, logger: LoggerService) {
    this.#look = look;
    this.#listener = listener;
    this.#timing = timing;
    this.#logger = logger;
    this.#trouble = new Trouble(logger);
  }

  add(change: Change): void {
    if (this.#stop.signal.aborted) {
      return;
    }
    const key = `${change.ref} ${change.cause}`;
    // What changes again and again is told in the end all the same.
    const since = this.#waiting.get(key)?.since ?? performance.now();
    this.#waiting.set(key, { change, since });
    if (this.#waiting.size > MOST_WAITING) {
      this.#giveUp();
    } else if (!this.#isLooking) {
      void this.#lookWhileAnyWait();
    }
  }

  stop(): void {
    this.#stop.abort();
    this.#waiting.clear();
  }

  /** Lets go of all that waits, and tells the whole catalog once the last of it should show. */
  #giveUp(): void {
    this.#waiting.clear();
    this.#hasGivenUp = true;
    if (!this.#isSettling) {
      void this.#settle();
    }
  }

  async #settle(): Promise<void> {
    this.#isSettling = true;
    while (this.#hasGivenUp) {
      this.#hasGivenUp = false;
      if (await pauseFor(this.#timing.settle, this.#stop.signal)) {
        this.#listener.allChanged();
      }
    }
    this.#isSettling = false;
  }

  async #lookWhileAnyWait(): Promise<void> {
    this.#isLooking = true;
    try {
      while (this.#waiting.size > 0 && (await pauseFor(this.#timing.lookEvery, this.#stop.signal))) {
        await this.#lookAtSome();
      }
    } catch (error) {
      // A bug here must not end the back end, as an unhandled rejection would.
      this.#logger.error(`a hint was dropped: ${error}`);
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookAtSome(): Promise<void> {
    const some = [...this.#waiting].slice(0, MOST_REFS);
    const shown = await this.#shown(new Set(some.map(([, { change }]) => change.ref)));
    const told = new Set<string>();
    for (const [key, waiting] of some) {
      // One that has changed meanwhile is looked at again.
      if (this.#waiting.get(key) === waiting) {
        this.#waiting.delete(key);
        if (this.#isDue(waiting, shown)) {
          told.add(waiting.change.ref);
        } else {
          this.#waiting.set(key, waiting);
        }
      }
    }
    if (told.size > 0) {
      this.#listener.changed(told);
    }
  }

  #isDue({ change, since }: Waiting, shown: Map<string, Entity | undefined> | undefined): boolean {
    const patience = shown ? this.#timing.patience : this.#timing.patienceWithoutLook;
    return performance.now() - since > patience || change.shownBy(shown?.get(change.ref));
  }

  /** Undefined where the catalog does not answer. */
  async #shown(refs: Set<string>): Promise<Map<string, Entity | undefined> | undefined> {
    const over = new AbortController();
    try {
      const entities = await Promise.race([this.#look([...refs]), this.#tooLong(over.signal)]);
      this.#trouble.isOver('the catalog says again what it shows');
      return new Map([...refs].map((ref, index) => [ref, entities[index]]));
    } catch (error) {
      if (!this.#stop.signal.aborted) {
        this.#trouble.is(`the catalog does not say what it shows, so hints may come too early: ${error}`);
      }
      return undefined;
    } finally {
      over.abort();
    }
  }

  async #tooLong(over: AbortSignal): Promise<never> {
    if (await pauseFor(this.#timing.lookTimeout, over)) {
      throw new Error('no answer in time');
    }
    return new Promise(() => {});
  }
}
