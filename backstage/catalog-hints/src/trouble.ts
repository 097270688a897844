import type { LoggerService } from '@backstage/backend-plugin-api';

/** Says once that something does not work, however often it does not, and that it works again. */
export class Trouble {
  readonly #logger: LoggerService;
  #isThere = false;

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  is(message: string): void {
    if (!this.#isThere) {
      this.#isThere = true;
      this.#logger.warn(message);
    }
  }

  isOver(message: string): void {
    if (this.#isThere) {
      this.#isThere = false;
      this.#logger.info(message);
    }
  }
}
