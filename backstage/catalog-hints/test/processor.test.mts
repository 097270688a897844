import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import type { Change } from '../dist/changes.js';
import { HintProcessor } from '../dist/processor.js';
import { Log } from './log.mts';

const PAY = 'component:default/pay';
const SALES = 'group:default/sales';

type Spec = NonNullable<Entity['spec']>;

/** What the catalog keeps of a processor, for each entity: what was set in a run is there in the next one. */
class Caches {
  writes = 0;
  readonly #kept = new Map<string, Map<string, unknown>>();

  of(name: string): CatalogProcessorCache {
    const before = this.#kept.get(name) ?? new Map();
    return {
      get: async key => structuredClone(before.get(key)),
      set: async (key, value) => {
        this.writes++;
        const now = this.#kept.get(name);
        this.#kept.set(name, new Map([...(now === before ? [] : (now ?? [])), [key, structuredClone(value)]]));
      },
    };
  }
}

let caches: Caches;
let changes: Change[];
let log: Log;
let processor: HintProcessor;

beforeEach(() => {
  caches = new Caches();
  changes = [];
  log = new Log();
  processor = new HintProcessor(new Set(['component', 'api']), change => changes.push(change), log);
});

function entity(kind: string, name: string, spec: Spec, metadata: Partial<Entity['metadata']> = {}): Entity {
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name, namespace: 'default', ...metadata }, spec };
}

function component(spec: Spec = {}, metadata: Partial<Entity['metadata']> = {}): Entity {
  const coder = { templateName: 'java', params: { cpu: 2, memory: 4 } };
  return entity('Component', 'pay', { type: 'service', lifecycle: 'production', owner: 'sales', coder, ...spec }, metadata);
}

/** The changes that follow, as a list of references. */
async function process(processed: Entity): Promise<string[]> {
  changes = [];
  const key = `${processed.kind}:${processed.metadata.name}`;
  const returned = await processor.postProcessEntity(processed, undefined, undefined, caches.of(key));
  assert.equal(returned, processed);
  return changes.map(change => change.ref);
}

function shows(index: number, shown: Entity | undefined): boolean | undefined {
  return changes[index]?.shownBy(shown);
}

function withRelation(of: Entity, type: string, targetRef: string): Entity {
  return { ...of, relations: [{ type, targetRef }] };
}

test('an entity is a change when it is first seen, and not again while it is the same', async () => {
  assert.deepEqual(await process(component()), [PAY]);
  assert.deepEqual(await process(component()), []);
  assert.deepEqual(await process(component()), []);
  assert.equal(caches.writes, 1);
});

for (const [what, changed] of Object.entries({
  'its Coder configuration': component({ coder: { templateName: 'go' } }),
  'one parameter': component({ coder: { templateName: 'java', params: { cpu: 2, memory: 8 } } }),
  'the loss of its Coder configuration': component({ coder: null }),
  'its owner': component({ owner: 'user:jane' }),
  'its type': component({ type: 'library' }),
  'its lifecycle': component({ lifecycle: 'deprecated' }),
  'a tag': component({}, { tags: ['java'] }),
  'a label': component({}, { labels: { tier: '1' } }),
  'where its source is': component({}, { annotations: { 'backstage.io/source-location': 'url:https://git.example.com/pay' } }),
})) {
  test(`a change of ${what} is one, and so is the way back`, async () => {
    await process(component());

    assert.deepEqual(await process(changed), [PAY]);
    assert.deepEqual(await process(component()), [PAY]);
  });
}

for (const [what, changed] of Object.entries({
  'its description': component({}, { description: 'Takes money', title: 'Pay' }),
  'another annotation': component({}, { annotations: { 'backstage.io/view-url': 'https://example.com', 'example.com/at': '12' } }),
  'what it depends on': component({ dependsOn: ['resource:database'], system: 'shop' }),
  'the order in which it is written': component({ coder: { params: { memory: 4, cpu: 2 }, templateName: 'java' } }),
})) {
  test(`a change of ${what} is none for Greenroom`, async () => {
    await process(component());

    assert.deepEqual(await process(changed), []);
  });
}

test('a component shows its change when the catalog has what was processed, be it an orphan or not', async () => {
  await process(component({ owner: 'marketing' }));

  assert.equal(shows(0, undefined), false);
  assert.equal(shows(0, component()), false);
  assert.equal(shows(0, component({ owner: 'marketing' }, { uid: '1', annotations: { 'backstage.io/orphan': 'true' } })), true);
});

test('a reference is in lower case and has its namespace', async () => {
  const named = entity('API', 'Pay-API', {}, { namespace: 'Shop' });

  assert.deepEqual(await process(named), ['api:shop/pay-api']);
  assert.deepEqual(await process({ apiVersion: 'v1', kind: 'Component', metadata: { name: 'bare' } }), ['component:default/bare']);
});

test('kinds that Greenroom does not use are passed over', async () => {
  assert.deepEqual(await process(entity('Location', 'all', { targets: ['x'] })), []);
  assert.deepEqual(await process(entity('System', 'shop', { owner: 'sales' })), []);
  assert.equal(caches.writes, 0);
});

test('a change of a group\'s members or children is one of the group', async () => {
  await process(entity('Group', 'sales', { type: 'team', members: ['jane'], children: [] }));

  assert.deepEqual(await process(entity('Group', 'sales', { type: 'team', members: ['jane', 'john'], children: [] })), [SALES]);
  assert.deepEqual(await process(entity('Group', 'sales', { type: 'team', members: ['jane', 'john'], children: ['shop'] })), [SALES]);
});

test('a user who moves to another group is a change of both groups, and of no user', async () => {
  assert.deepEqual(await process(entity('User', 'jane', { memberOf: ['sales', 'group:other/shop'] })), [SALES, 'group:other/shop']);
  const moved = await process(entity('User', 'jane', { memberOf: ['marketing', 'group:other/shop'] }));

  assert.deepEqual(moved, [SALES, 'group:default/marketing']);
  const sales = entity('Group', 'sales', {});
  assert.equal(shows(0, sales), true);
  assert.equal(shows(0, withRelation(sales, 'hasMember', 'user:default/jane')), false);
  assert.equal(shows(0, undefined), false);
  assert.equal(shows(1, sales), false);
  assert.equal(shows(1, withRelation(sales, 'hasMember', 'user:default/john')), false);
  assert.equal(shows(1, withRelation(sales, 'hasMember', 'user:default/jane')), true);
});

test('a group that moves below another parent is a change of itself and of both parents', async () => {
  await process(entity('Group', 'till', { type: 'team', children: [], parent: 'sales' }));

  const moved = await process(entity('Group', 'till', { type: 'team', children: [], parent: 'marketing' }));

  assert.deepEqual(moved, ['group:default/till', SALES, 'group:default/marketing']);
  assert.equal(shows(2, withRelation(entity('Group', 'marketing', {}), 'parentOf', 'group:default/till')), true);
});

test('a user is one of the kinds where it is configured', async () => {
  processor = new HintProcessor(new Set(['user']), change => changes.push(change), log);

  assert.deepEqual(await process(entity('User', 'jane', { memberOf: ['sales'] })), ['user:default/jane', SALES]);
});

test('a group that no reference can name is not told of', async () => {
  const strange = ['group:a:b/c', 'team of sales', 'group:default/-', `group:default/${'x'.repeat(254)}`];

  assert.deepEqual(await process(entity('User', 'jane', { memberOf: [...strange, 'sales'] })), [SALES]);
  assert.deepEqual(await process(entity('User', 'john', { memberOf: 'sales' })), [SALES]);
  assert.deepEqual(await process(entity('User', 'june', { memberOf: [1, null, {}] })), []);
});

test('an entity that can not be compared is processed all the same, and told of once', async () => {
  const odd = entity('User', 'odd', { memberOf: [''] });

  assert.deepEqual(await process(odd), []);
  assert.deepEqual(await process(odd), []);
  assert.deepEqual(await process(component()), [PAY]);
  assert.equal(log.lines.length, 1);
  assert.match(log.lines[0] ?? '', /^warn of an entity that can't be compared/);
});

test('a cache that fails fails no entity', async () => {
  const broken: CatalogProcessorCache = { get: () => Promise.reject(new Error('gone')), set: async () => {} };

  const processed = component();

  assert.equal(await processor.postProcessEntity(processed, undefined, undefined, broken), processed);
  assert.match(log.lines[0] ?? '', /gone/);
});

test('it runs after other processors, under a name that stays', () => {
  assert.ok(processor.getPriority() > 20);
  assert.equal(processor.getProcessorName(), 'GreenroomHintProcessor');
});
