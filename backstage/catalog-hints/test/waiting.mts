import { setTimeout as pause } from 'node:timers/promises';
import type { Timing } from '../dist/timing.js';

const PATIENCE = 10_000;

/** As it is run, but a hundred times as fast. */
export const FAST: Timing = {
  lookEvery: 5,
  lookTimeout: 200,
  patience: 300,
  patienceWithoutLook: 50,
  settle: 30,
  requestTimeout: 300,
  backOff: 5,
  longestRetryAfter: 300_000,
};

/** Waits for a condition, and fails with what is there instead. */
export async function until(isSo: () => boolean, instead: () => unknown): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isSo()) {
    if (performance.now() > end) {
      throw new Error(`not within ${PATIENCE} ms; there is ${JSON.stringify(instead())}`);
    }
    await pause(2);
  }
}
