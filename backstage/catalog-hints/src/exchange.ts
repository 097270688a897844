import type { Timing } from './timing';

/** Why a request came to nothing. */
export interface Failed {
  readonly outcome: 'failed';
  /** A clause, which tells nothing of what was sent or answered. */
  readonly reason: string;
  /** Whether another attempt may help. */
  readonly again: boolean;
  /** Of the answer, where there was one. */
  readonly status?: number;
  /** In milliseconds, where the answer says. */
  readonly retryAfter?: number;
}

export type Exchange = { readonly outcome: 'answered'; readonly body: string } | Failed;

/** Answers below 500 that may be others next time (RFC 9110 section 15.5.9, RFC 6585 section 4). */
const REQUEST_TIMEOUT = 408;
const TOO_MANY_REQUESTS = 429;

/**
 * Posts, and takes 2xx for an answer. Never throws.
 *
 * @param url without credentials, since it may stand in a log
 */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  timing: Timing,
  stop: AbortSignal,
): Promise<Exchange> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, timing.requestTimeout).unref();
  stop.addEventListener('abort', end);
  try {
    stop.throwIfAborted();
    // What is sent is for this address and for none that an answer names.
    const response = await fetch(url, { method: 'POST', headers, body, signal: ending.signal, redirect: 'manual' });
    if (response.ok) {
      return { outcome: 'answered', body: await response.text() };
    }
    await response.body?.cancel();
    return refusal(url, response, timing);
  } catch (error) {
    return { outcome: 'failed', reason: `${url} does not answer (${codeOf(error)})`, again: true };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
}

function refusal(url: string, { status, headers }: Response, timing: Timing): Failed {
  const again = status === REQUEST_TIMEOUT || status === TOO_MANY_REQUESTS || status >= 500;
  const retryAfter = millisecondsOf(headers.get('retry-after'));
  const failed: Failed = { outcome: 'failed', reason: `${url} answers ${status}`, again, status };
  return retryAfter === undefined ? failed : { ...failed, retryAfter: Math.min(retryAfter, timing.longestRetryAfter) };
}

/** Seconds or a date (RFC 9110 section 10.2.3). */
function millisecondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) {
    return undefined;
  }
  const milliseconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** Of an error of fetch, whose own message says only that it failed. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: unknown };
  return String(cause?.code ?? name ?? 'unknown');
}
