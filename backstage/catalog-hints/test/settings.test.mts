import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ConfigReader } from '@backstage/config';
import { readSettings } from '../dist/settings.js';

const WHOLE = {
  url: 'http://catalog-sync-service:8081/',
  tokenUrl: 'https://auth-service/oauth2/token',
  clientId: 'backstage',
  clientSecret: 'a-secret-that-is-long',
};

function read(catalogHints: object) {
  return readSettings(new ConfigReader({ greenroom: { catalogHints } } as never));
}

test('what is set is read, and what need not be has a default', () => {
  assert.deepEqual(read(WHOLE), {
    outcome: 'set',
    settings: {
      ...WHOLE,
      url: 'http://catalog-sync-service:8081',
      audience: 'catalog-sync-service',
      kinds: new Set(['component']),
    },
  });
});

test('audience and kinds can be set', () => {
  const outcome = read({ ...WHOLE, audience: 'catalog', kinds: ['Component', 'API'] });

  assert.equal(outcome.outcome, 'set');
  assert.equal(outcome.settings.audience, 'catalog');
  assert.deepEqual([...outcome.settings.kinds], ['component', 'api']);
});

test('without settings there is nothing to do', () => {
  assert.deepEqual(readSettings(new ConfigReader({})), { outcome: 'not set' });
  assert.deepEqual(readSettings(new ConfigReader({ greenroom: { other: 1 } })), { outcome: 'not set' });
});

for (const key of Object.keys(WHOLE)) {
  test(`without ${key} the key is named`, () => {
    const outcome = read({ ...WHOLE, [key]: undefined });

    assert.equal(outcome.outcome, 'wrong');
    assert.match(outcome.reason, new RegExp(`greenroom.catalogHints.${key}\\b`));
    assert.doesNotMatch(outcome.reason, /a-secret/);
  });
}

for (const url of ['catalog-sync-service:8081', 'ftp://a/b', 'http://jane:a-secret@a/', 'http://a/?key=a-secret', 'a-secret', '']) {
  test(`an address such as ${url || 'nothing'} is refused without being repeated`, () => {
    const outcome = read({ ...WHOLE, url });

    assert.equal(outcome.outcome, 'wrong');
    assert.match(outcome.reason, /greenroom.catalogHints.url/);
    assert.doesNotMatch(outcome.reason, /a-secret/);
  });
}

test('a secret that is no text is refused without being repeated', () => {
  const outcome = read({ ...WHOLE, clientSecret: 4711123 });

  assert.equal(outcome.outcome, 'wrong');
  assert.doesNotMatch(outcome.reason, /4711123/);
});

test('the schema keeps the secret out of Backstage\'s log and front end, and asks for all that must be set', () => {
  const schema = JSON.parse(readFileSync(new URL('../config.schema.json', import.meta.url), 'utf8'));
  const { properties, required } = schema.properties.greenroom.properties.catalogHints;

  assert.equal(properties.clientSecret.visibility, 'secret');
  assert.deepEqual(required, Object.keys(WHOLE));
  assert.deepEqual(Object.keys(properties), [...Object.keys(WHOLE), 'audience', 'kinds']);
});
