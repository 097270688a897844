import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { ConfigReader } from '@backstage/config';
import * as hintsModule from '../dist/index.js';
import { TIMING } from '../dist/timing.js';
import { Greenroom, REFRESH_PATH } from './greenroom.mts';
import { Log } from './log.mts';
import { until } from './waiting.mts';

const PAY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'pay', namespace: 'default' },
  spec: { owner: 'sales', coder: { templateName: 'java' } },
};

/** What a back end calls of a module; Backstage has no public type for it. */
interface Registered {
  getRegistrations(): { pluginId: string; moduleId: string; init: { func(deps: object): Promise<void> } }[];
}

let greenroom: Greenroom;
let log: Log;
let processors: CatalogProcessor[];
let shutdownHooks: (() => void)[];
/** Asked by the module, with what as whom. */
let asked: object[];

beforeEach(async () => {
  greenroom = await Greenroom.start();
  log = new Log();
  processors = [];
  shutdownHooks = [];
  asked = [];
});

afterEach(async () => {
  shutdownHooks.forEach(hook => hook());
  await greenroom.stop();
});

async function init(settings: object): Promise<void> {
  // Node gives a CommonJS module's exports as its default.
  const { default: feature } = hintsModule.default as unknown as { default: Registered };
  const [registration] = feature.getRegistrations();
  assert.equal(registration?.pluginId, 'catalog');
  assert.equal(registration.moduleId, 'greenroom-hints');
  await registration.init.func({
    config: new ConfigReader(settings as never),
    logger: log,
    lifecycle: { addShutdownHook: (hook: () => void) => shutdownHooks.push(hook) },
    auth: { getOwnServiceCredentials: async () => 'credentials of the catalog' },
    catalog: {
      getEntitiesByRefs: async (request: object, options: object) => {
        asked.push({ ...request, ...options });
        return { items: [PAY] };
      },
    },
    processing: { addProcessor: (processor: CatalogProcessor) => processors.push(processor) },
  });
}

function catalogHints(): object {
  const { url, tokenUrl, clientId, clientSecret } = greenroom.settings();
  return { url, tokenUrl, clientId, clientSecret };
}

async function process(entity: Entity): Promise<void> {
  const cache = { get: async () => undefined, set: async () => {} };
  await processors[0]?.postProcessEntity?.(entity, { type: 'url', target: '' }, () => {}, cache);
}

test('without settings it does nothing, and says so', async () => {
  await init({});

  assert.deepEqual(processors, []);
  assert.deepEqual(log.lines, ['info no hints go to Greenroom, since greenroom.catalogHints is not set']);
});

test('with wrong settings it does nothing, says why, and fails no catalog', async () => {
  await init({ greenroom: { catalogHints: { ...catalogHints(), url: 'nowhere' } } });

  assert.deepEqual(processors, []);
  assert.match(log.lines.join(), /^error no hints go to Greenroom: greenroom\.catalogHints\.url is not/);
});

test('with settings, what is processed is told to Greenroom once the catalog shows it', async () => {
  await init({ greenroom: { catalogHints: catalogHints() } });

  await process(PAY);

  await until(() => greenroom.hints.length > 0, () => [asked, log.lines]);
  assert.deepEqual(greenroom.hints, [{ entityRefs: ['component:default/pay'] }]);
  const fields = ['kind', 'metadata', 'spec', 'relations'];
  const credentials = 'credentials of the catalog';
  assert.deepEqual(asked, [{ entityRefs: ['component:default/pay'], fields, credentials }]);
  assert.deepEqual(log.lines, [`info hints of changed entities go to ${greenroom.url}`]);
});

test('after the shutdown nothing is looked at or told any more', async () => {
  await init({ greenroom: { catalogHints: catalogHints() } });
  await process({ ...PAY, spec: { owner: 'marketing' } });
  await until(() => asked.length > 0, () => log.lines);

  shutdownHooks.forEach(hook => hook());

  await process(PAY);
  const looks = asked.length;
  const end = performance.now() + 400;
  await until(() => performance.now() > end, () => 'the same time');
  assert.equal(asked.length, looks);
  assert.deepEqual(greenroom.hints, []);
});

test('the shutdown waits for no answer', async () => {
  let isCut = false;
  greenroom.answerNext(REFRESH_PATH, response => response.on('close', () => (isCut = true)));
  await init({ greenroom: { catalogHints: catalogHints() } });
  await process(PAY);
  await until(() => greenroom.hints.length > 0, () => log.lines);

  const began = performance.now();
  shutdownHooks.forEach(hook => hook());

  await until(() => isCut, () => greenroom.calls);
  assert.ok(performance.now() - began < TIMING.requestTimeout / 2);
});
