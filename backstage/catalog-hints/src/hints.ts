import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Failed } from './exchange';
import { pauseFor } from './pause';
import { RefreshClient } from './refresh';
import type { Settings } from './settings';
import type { Listener } from './showing';
import type { Timing } from './timing';
import { Trouble } from './trouble';

/** What one request takes at most. */
const MOST_REFS = 500;
/** Where more wait, the whole catalog is told instead. */
const MOST_WAITING = 5_000;
const ATTEMPTS = 4;

/**
 * Sends hints to Greenroom, one request at a time; what comes meanwhile goes with the next one. A hint that can't be
 * sent is dropped after a few attempts, since Greenroom finds all changes by itself, a little later.
 */
export class Hints implements Listener {
  readonly #client: RefreshClient;
  readonly #timing: Timing;
  readonly #logger: LoggerService;
  readonly #trouble: Trouble;
  readonly #stop = new AbortController();
  readonly #refs = new Set<string>();
  #whole = false;
  #isSending = false;

  constructor(settings: Settings, timing: Timing, logger: LoggerService) {
    this.#client = new RefreshClient(settings, timing);
    this.#timing = timing;
    this.#logger = logger;
    this.#trouble = new Trouble(logger);
  }

  changed(refs: Iterable<string>): void {
    for (const ref of this.#whole ? [] : refs) {
      this.#refs.add(ref);
    }
    if (this.#refs.size > MOST_WAITING) {
      this.allChanged();
    } else {
      this.#begin();
    }
  }

  allChanged(): void {
    this.#refs.clear();
    this.#whole = true;
    this.#begin();
  }

  stop(): void {
    this.#stop.abort();
    this.#refs.clear();
    this.#whole = false;
  }

  #begin(): void {
    if (!this.#isSending && !this.#stop.signal.aborted) {
      void this.#sendAll();
    }
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    try {
      for (let body = this.#take(); body !== undefined; body = this.#take()) {
        await this.#send(body);
      }
    } catch (error) {
      // A bug here must not end the back end, as an unhandled rejection would.
      this.#logger.error(`a hint was dropped: ${error}`);
    } finally {
      this.#isSending = false;
    }
  }

  #take(): string | undefined {
    if (this.#whole) {
      this.#whole = false;
      return '{}';
    }
    const entityRefs = [...this.#refs].slice(0, MOST_REFS);
    entityRefs.forEach(ref => this.#refs.delete(ref));
    return entityRefs.length > 0 ? JSON.stringify({ entityRefs }) : undefined;
  }

  async #send(body: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const failed = await this.#client.refresh(body, this.#stop.signal);
      if (!failed) {
        this.#trouble.isOver('Greenroom takes hints again');
        return;
      }
      if (!failed.again || attempt === ATTEMPTS) {
        this.#drop(failed);
        return;
      }
      if (!(await pauseFor(failed.retryAfter ?? this.#backOff(attempt), this.#stop.signal))) {
        return;
      }
    }
  }

  /** Up to half as much again, so that replicas of a back end don't come together. */
  #backOff(attempt: number): number {
    return this.#timing.backOff * 2 ** (attempt - 1) * (1 + Math.random() / 2);
  }

  #drop(failed: Failed): void {
    if (!this.#stop.signal.aborted) {
      this.#trouble.is(`hints are dropped, and Greenroom finds changes by its poll alone: ${failed.reason}`);
    }
  }
}
