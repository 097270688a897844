import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from '../dist/settings.js';

export const CLIENT_SECRET = 'secret of backstage: 50% + "ü"';
export const TOKEN_PATH = '/oauth2/token';
export const REFRESH_PATH = '/v1/catalog/refresh';

export interface Call {
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
  /** By `performance.now()`. */
  readonly at: number;
}

type Answer = (response: ServerResponse, call: Call) => void;

/** Plays auth-service's token endpoint and catalog-sync-service on 127.0.0.1. */
export class Greenroom {
  readonly calls: Call[] = [];
  /** Of the tokens that are given out, in seconds. */
  lifetime = 300;
  readonly #server: Server;
  readonly #next = new Map<string, Answer[]>();
  #tokens = 0;
  readonly #revoked = new Set<string>();

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<Greenroom> {
    const greenroom = new Greenroom();
    await new Promise<void>(resolve => greenroom.#server.listen(0, '127.0.0.1', resolve));
    return greenroom;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  settings(): Settings {
    return {
      url: this.url,
      tokenUrl: this.url + TOKEN_PATH,
      clientId: 'backstage',
      clientSecret: CLIENT_SECRET,
      audience: 'catalog-sync-service',
      kinds: new Set(['component']),
    };
  }

  /** What comes next on a path, before it answers as it should again. */
  answerNext(path: string, ...answers: Answer[]): this {
    this.#next.set(path, [...(this.#next.get(path) ?? []), ...answers]);
    return this;
  }

  revokeTokens(): void {
    for (let token = 1; token <= this.#tokens; token++) {
      this.#revoked.add(`Bearer token-${token}`);
    }
  }

  callsOf(path: string): Call[] {
    return this.calls.filter(call => call.path === path);
  }

  /** The bodies that were posted as hints, whatever was answered. */
  get hints(): { entityRefs?: string[] }[] {
    return this.callsOf(REFRESH_PATH).map(call => JSON.parse(call.body));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request.setEncoding('utf8')) {
      body += part;
    }
    const path = request.url ?? '';
    const call = { path, authorization: request.headers.authorization ?? '', body, at: performance.now() };
    this.calls.push(call);
    const answer = this.#next.get(path)?.shift() ?? (path === TOKEN_PATH ? this.#token : this.#refresh);
    answer(response, call);
  }

  readonly #token: Answer = response => {
    this.#tokens++;
    const token = { access_token: `token-${this.#tokens}`, token_type: 'Bearer', expires_in: this.lifetime };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(token));
  };

  readonly #refresh: Answer = (response, { authorization }) => {
    const isGood = authorization.startsWith('Bearer token-') && !this.#revoked.has(authorization);
    response.writeHead(isGood ? 202 : 401).end();
  };
}

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return response => response.writeHead(code, headers).end('an answer that quotes token-1');
}

export const cut: Answer = response => response.socket?.destroy();

export const silence: Answer = () => {};
