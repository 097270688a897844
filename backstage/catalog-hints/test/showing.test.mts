import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import type { Change } from '../dist/changes.js';
import { type Listener, type Look, ShowingChanges } from '../dist/showing.js';
import { Log } from './log.mts';
import { FAST, until } from './waiting.mts';

const ALL = 'all';

/** What the catalog shows, by reference: a title alone. */
let catalog: Map<string, string>;
let looks: string[][];
let told: string[];
let log: Log;
let changes: ShowingChanges;

const look: Look = async refs => {
  looks.push(refs);
  return refs.map(ref => (catalog.has(ref) ? entity(catalog.get(ref) ?? '') : undefined));
};
const listener: Listener = { changed: refs => told.push(...refs), allChanged: () => told.push(ALL) };

beforeEach(() => {
  catalog = new Map();
  looks = [];
  told = [];
  log = new Log();
  changes = new ShowingChanges(look, listener, { ...FAST, patience: 60_000 }, log);
});

afterEach(() => changes.stop());

function entity(title: string): Entity {
  return { apiVersion: 'v1', kind: 'Component', metadata: { name: 'any', title } };
}

function change(ref: string, title: string, cause = ref): Change {
  return { ref, cause, shownBy: shown => shown?.metadata.title === title };
}

async function looksHappen(count: number): Promise<void> {
  const end = looks.length + count;
  await until(() => looks.length >= end, () => looks.length);
}

async function isTold(...refs: string[]): Promise<void> {
  await until(() => told.length >= refs.length, () => told);
  assert.deepEqual(told, refs);
}

test('a change is told once the catalog shows it, once', async () => {
  catalog.set('pay', 'before');
  changes.add(change('pay', 'after'));
  await looksHappen(3);
  assert.deepEqual(told, []);

  catalog.set('pay', 'after');

  await isTold('pay');
  const count = looks.length;
  changes.add(change('till', 'never'));
  await looksHappen(2);
  assert.ok(looks.slice(count).every(refs => refs.join() === 'till'));
});

test('nothing is looked at while nothing waits', async () => {
  catalog.set('pay', 'after');
  changes.add(change('pay', 'after'));
  await isTold('pay');

  const end = performance.now() + 50;
  await until(() => performance.now() > end, () => 'the same time');
  assert.equal(looks.length, 1);
});

test('of two changes of an entity the later one counts', async () => {
  catalog.set('pay', 'first');
  changes.add(change('pay', 'first'));
  changes.add(change('pay', 'second'));
  await looksHappen(3);
  assert.deepEqual(told, []);

  catalog.set('pay', 'second');

  await isTold('pay');
});

test('a change that comes during a look is not told by what was seen before', async () => {
  changes.stop();
  catalog.set('pay', 'first');
  const slow: Look = async refs => {
    const seen = await look(refs);
    if (looks.length === 1) {
      changes.add(change('pay', 'second'));
    }
    return seen;
  };
  changes = new ShowingChanges(slow, listener, { ...FAST, patience: 60_000 }, log);
  changes.add(change('pay', 'first'));
  await looksHappen(3);
  assert.deepEqual(told, []);

  catalog.set('pay', 'second');

  await isTold('pay');
});

test('changes of one entity by several causes are awaited each, and looked at once', async () => {
  catalog.set('sales', 'jane');
  changes.add(change('sales', 'jane', 'user:default/jane'));
  changes.add(change('sales', 'john', 'user:default/john'));
  await isTold('sales');
  assert.deepEqual(looks[0], ['sales']);

  catalog.set('sales', 'john');

  await isTold('sales', 'sales');
});

test('however many wait, a look is at 200 at most, and each has its turn', async () => {
  for (let index = 0; index < 450; index++) {
    changes.add(change(`c${index}`, 'after'));
  }
  await looksHappen(3);
  assert.equal(new Set(looks.slice(0, 3).flat()).size, 450);
  assert.ok(looks.every(refs => refs.length <= 200));

  for (let index = 0; index < 450; index++) {
    catalog.set(`c${index}`, 'after');
  }

  await until(() => told.length >= 450, () => told.length);
  assert.equal(new Set(told).size, 450);
});

test('there is one look at a time, however many changes come', async () => {
  changes.stop();
  let atOnce = 0;
  let most = 0;
  const slow: Look = async refs => {
    most = Math.max(most, ++atOnce);
    await pause(5);
    atOnce--;
    return look(refs);
  };
  changes = new ShowingChanges(slow, listener, { ...FAST, patience: 60_000 }, log);

  for (let index = 0; index < 20; index++) {
    changes.add(change(`c${index}`, 'after'));
  }

  await looksHappen(4);
  assert.equal(most, 1);
});

test('a change that never shows is told in the end, and no more', async () => {
  changes.stop();
  changes = new ShowingChanges(look, listener, FAST, log);
  const began = performance.now();

  changes.add(change('pay', 'never'));

  await isTold('pay');
  assert.ok(performance.now() - began >= FAST.patience);
  assert.deepEqual(log.lines, []);
});

test('an entity that changes without end is told in the end', async () => {
  changes.stop();
  const changing: Look = async refs => {
    if (looks.length % 2 === 0) {
      changes.add(change('pay', 'never'));
    }
    return look(refs);
  };
  changes = new ShowingChanges(changing, listener, FAST, log);

  changes.add(change('pay', 'never'));

  await isTold('pay');
});

test('where the catalog does not answer, a change is told a little later, with one warning', async () => {
  changes.stop();
  let isAway = true;
  const away: Look = async refs => {
    looks.push(refs);
    if (isAway) {
      throw new Error('not now');
    }
    return look(refs);
  };
  changes = new ShowingChanges(away, listener, { ...FAST, patience: 60_000 }, log);

  changes.add(change('pay', 'after'));
  await isTold('pay');
  isAway = false;
  catalog.set('till', 'after');
  changes.add(change('till', 'after'));
  await isTold('pay', 'till');

  assert.deepEqual(log.lines, [
    'warn the catalog does not say what it shows, so hints may come too early: Error: not now',
    'info the catalog says again what it shows',
  ]);
});

test('a look without end holds nothing up', async () => {
  changes.stop();
  changes = new ShowingChanges(() => new Promise(() => {}), listener, { ...FAST, patience: 60_000 }, log);

  changes.add(change('pay', 'after'));

  await isTold('pay');
});

test('a change that can not be compared costs itself only', async () => {
  catalog.set('till', 'after');
  changes.add({
    ref: 'pay',
    cause: 'pay',
    shownBy: () => {
      throw new Error('odd');
    },
  });
  await until(() => log.lines.length > 0, () => looks);

  changes.add(change('till', 'after'));

  await isTold('till');
  assert.deepEqual(log.lines, ['error a hint was dropped: Error: odd']);
});

test('where too many wait, the whole catalog is told once, and they are let go', async () => {
  const began = performance.now();
  for (let index = 0; index <= 5_000; index++) {
    changes.add(change(`c${index}`, 'after'));
  }

  await isTold(ALL);
  assert.ok(performance.now() - began >= FAST.settle);
  catalog.set('c1', 'after');
  catalog.set('pay', 'after');
  changes.add(change('pay', 'after'));
  await isTold(ALL, 'pay');
});

test('what overflows while the whole catalog is due has it told again', async () => {
  for (let index = 0; index < 3 * 5_001; index++) {
    changes.add(change(`c${index}`, 'after'));
  }

  await isTold(ALL, ALL);
});

test('a stop ends the looks, and tells nothing', async () => {
  changes.add(change('pay', 'after'));
  await looksHappen(1);

  changes.stop();
  const count = looks.length;
  catalog.set('pay', 'after');
  changes.add(change('pay', 'after'));

  const end = performance.now() + 50;
  await until(() => performance.now() > end, () => 'the same time');
  assert.equal(looks.length, count);
  assert.deepEqual(told, []);
});
