import { type Failed, post } from './exchange';
import type { Settings } from './settings';
import type { Timing } from './timing';
import { TokenSource } from './tokens';

const UNAUTHORIZED = 401;

/** `POST /v1/catalog/refresh` of Greenroom's catalog-sync-service. */
export class RefreshClient {
  readonly #url: string;
  readonly #tokens: TokenSource;
  readonly #timing: Timing;

  constructor(settings: Settings, timing: Timing) {
    this.#url = `${settings.url}/v1/catalog/refresh`;
    this.#tokens = new TokenSource(settings, timing);
    this.#timing = timing;
  }

  /**
   * Undefined where Greenroom has taken it. A token that it refuses is replaced once.
   *
   * @param body JSON
   */
  async refresh(body: string, stop: AbortSignal): Promise<Failed | undefined> {
    for (let isFirst = true; ; isFirst = false) {
      const asked = await this.#tokens.token(stop);
      if (asked.outcome === 'failed') {
        return asked;
      }
      const headers = { Authorization: `Bearer ${asked.token}`, 'Content-Type': 'application/json' };
      const answer = await post(this.#url, headers, body, this.#timing, stop);
      if (answer.outcome === 'answered') {
        return undefined;
      }
      if (answer.status !== UNAUTHORIZED) {
        return answer;
      }
      this.#tokens.forget();
      if (!isFirst) {
        return answer;
      }
    }
  }
}
