/** All in milliseconds. What stands here by default is what is run; tests wait less. */
export interface Timing {
  /** From one look at what the catalog shows to the next. */
  readonly lookEvery: number;
  /** How long one look may take. */
  readonly lookTimeout: number;
  /** How long a change may take until the catalog shows it; after that it is told all the same. */
  readonly patience: number;
  /** The same where the catalog doesn't answer: it shows a change a second later at most, if it is not busy. */
  readonly patienceWithoutLook: number;
  /** How long after too many changes the whole catalog is told, so that it covers the last of them. */
  readonly settle: number;
  /** How long one request to Greenroom or to the issuer may take. */
  readonly requestTimeout: number;
  /** Before the second attempt; doubled for each further one. */
  readonly backOff: number;
  /** The longest `Retry-After` that is obeyed. */
  readonly longestRetryAfter: number;
}

export const TIMING: Timing = {
  lookEvery: 150,
  lookTimeout: 5_000,
  patience: 10_000,
  patienceWithoutLook: 1_500,
  settle: 2_000,
  requestTimeout: 5_000,
  backOff: 500,
  longestRetryAfter: 300_000,
};
