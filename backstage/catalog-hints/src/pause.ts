import { setTimeout as pause } from 'node:timers/promises';

/** Waits, and keeps no process alive. False where it was stopped before. */
export async function pauseFor(milliseconds: number, stop: AbortSignal): Promise<boolean> {
  try {
    await pause(milliseconds, undefined, { signal: stop, ref: false });
    return true;
  } catch {
    return false;
  }
}
