import { type Failed, post } from './exchange';
import type { Settings } from './settings';
import type { Timing } from './timing';

export type TokenOutcome = { readonly outcome: 'token'; readonly token: string } | Failed;

/** What an issuer that names no lifetime is taken to mean, in seconds. */
const UNNAMED_LIFETIME = 60;
/** A token is not used in the last fifth of its life: it has to arrive, and clocks differ. */
const USED_SHARE = 0.8;

/** The token of this Backstage for catalog-sync-service, by client credentials (RFC 6749 section 4.4). */
export class TokenSource {
  readonly #settings: Settings;
  readonly #timing: Timing;
  /** The time by `performance.now()`. */
  #held: { readonly token: string; readonly until: number } | undefined;

  constructor(settings: Settings, timing: Timing) {
    this.#settings = settings;
    this.#timing = timing;
  }

  async token(stop: AbortSignal): Promise<TokenOutcome> {
    if (this.#held && performance.now() < this.#held.until) {
      return { outcome: 'token', token: this.#held.token };
    }
    const { tokenUrl, audience } = this.#settings;
    const headers = { Authorization: this.#credentials(), 'Content-Type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ grant_type: 'client_credentials', audience }).toString();
    const asked = await post(tokenUrl, headers, body, this.#timing, stop);
    return asked.outcome === 'failed' ? asked : this.#keep(asked.body);
  }

  /** After it was refused. */
  forget(): void {
    this.#held = undefined;
  }

  #keep(body: string): TokenOutcome {
    const { access_token: token, expires_in: lifetime = UNNAMED_LIFETIME } = object(body);
    if (typeof token !== 'string' || typeof lifetime !== 'number') {
      return { outcome: 'failed', reason: `${this.#settings.tokenUrl} answers without a token`, again: false };
    }
    this.#held = { token, until: performance.now() + lifetime * 1_000 * USED_SHARE };
    return { outcome: 'token', token };
  }

  /** Both parts are form-encoded first (section 2.3.1). */
  #credentials(): string {
    const pair = [this.#settings.clientId, this.#settings.clientSecret].map(formEncoded).join(':');
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  }
}

function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

/** Empty where it is none. What is wrong with it is not told: the parser's error may quote a token. */
function object(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
