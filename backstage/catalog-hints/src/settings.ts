import type { RootConfigService } from '@backstage/backend-plugin-api';

/** What `app-config.yaml` says under `greenroom.catalogHints`. */
export interface Settings {
  /** Greenroom's catalog-sync-service, without a slash at the end. */
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What catalog-sync-service expects in `aud`. */
  readonly audience: string;
  /** In lower case. */
  readonly kinds: ReadonlySet<string>;
}

export type SettingsOutcome =
  | { readonly outcome: 'set'; readonly settings: Settings }
  | { readonly outcome: 'not set' }
  /** The reason names the key, and no value: one of them is a secret. */
  | { readonly outcome: 'wrong'; readonly reason: string };

const KEY = 'greenroom.catalogHints';

/** Never throws: what is wrong here must not keep the catalog from starting. */
export function readSettings(root: RootConfigService): SettingsOutcome {
  try {
    const config = root.getOptionalConfig(KEY);
    if (!config) {
      return { outcome: 'not set' };
    }
    const settings: Settings = {
      url: address(`${KEY}.url`, config.getString('url')),
      tokenUrl: address(`${KEY}.tokenUrl`, config.getString('tokenUrl')),
      clientId: config.getString('clientId'),
      clientSecret: config.getString('clientSecret'),
      audience: config.getOptionalString('audience') ?? 'catalog-sync-service',
      kinds: new Set((config.getOptionalStringArray('kinds') ?? ['component']).map(kind => kind.toLowerCase())),
    };
    return { outcome: 'set', settings };
  } catch (error) {
    return { outcome: 'wrong', reason: error instanceof Error ? error.message : String(error) };
  }
}

function address(key: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (!isWeb || url.username || url.password || url.search || url.hash) {
    throw new Error(`${key} is not an http(s) address without credentials, query and fragment`);
  }
  return url.href.replace(/\/+$/, '');
}
