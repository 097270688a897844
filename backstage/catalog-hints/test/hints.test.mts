import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Hints } from '../dist/hints.js';
import type { Timing } from '../dist/timing.js';
import { CLIENT_SECRET, cut, Greenroom, REFRESH_PATH, silence, status, TOKEN_PATH } from './greenroom.mts';
import { Log } from './log.mts';
import { FAST, until } from './waiting.mts';

const PAY = 'component:default/pay';

let greenroom: Greenroom;
let log: Log;
let hints: Hints;

beforeEach(async () => {
  greenroom = await Greenroom.start();
  log = new Log();
  hints = hintsWith({});
});

afterEach(async () => {
  hints.stop();
  await greenroom.stop();
});

function hintsWith(timing: Partial<Timing>): Hints {
  hints?.stop();
  return new Hints(greenroom.settings(), { ...FAST, ...timing }, log);
}

async function hintsArrive(count: number): Promise<void> {
  await until(() => greenroom.hints.length >= count, () => greenroom.calls);
}

async function isLogged(part: string): Promise<void> {
  await until(() => log.lines.some(line => line.includes(part)), () => log.lines);
}

function refs(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `component:default/c${index}`);
}

test('a hint names the entities, with a token for catalog-sync-service', async () => {
  hints.changed([PAY, 'group:default/sales']);

  await hintsArrive(1);
  assert.deepEqual(greenroom.hints, [{ entityRefs: [PAY, 'group:default/sales'] }]);
  assert.equal(greenroom.callsOf(REFRESH_PATH)[0]?.authorization, 'Bearer token-1');
  const [asked] = greenroom.callsOf(TOKEN_PATH);
  assert.equal(asked?.body, 'grant_type=client_credentials&audience=catalog-sync-service');
  const pair = Buffer.from(asked?.authorization.slice('Basic '.length) ?? '', 'base64').toString();
  assert.deepEqual([...new URLSearchParams(pair.replace(':', '='))], [['backstage', CLIENT_SECRET]]);
});

test('a token is asked for once while it lives', async () => {
  for (let count = 1; count <= 3; count++) {
    hints.changed([PAY]);
    await hintsArrive(count);
  }

  assert.equal(greenroom.callsOf(TOKEN_PATH).length, 1);
});

test('a token is replaced before it ends', async () => {
  greenroom.lifetime = 0.001;
  for (let count = 1; count <= 3; count++) {
    hints.changed([PAY]);
    await hintsArrive(count);
    const end = performance.now() + 1;
    await until(() => performance.now() > end, () => 'the same time');
  }

  assert.deepEqual(
    greenroom.callsOf(REFRESH_PATH).map(call => call.authorization),
    ['Bearer token-1', 'Bearer token-2', 'Bearer token-3'],
  );
});

test('a token that is refused is replaced at once', async () => {
  hints = hintsWith({ backOff: 60_000 });
  hints.changed([PAY]);
  await hintsArrive(1);
  greenroom.revokeTokens();

  hints.changed(['component:default/till']);

  await hintsArrive(3);
  assert.deepEqual(
    greenroom.callsOf(REFRESH_PATH).map(call => call.authorization),
    ['Bearer token-1', 'Bearer token-1', 'Bearer token-2'],
  );
  assert.deepEqual(log.lines, []);
});

test('a token is replaced once for a hint, which is dropped where the other is refused as well', async () => {
  greenroom.answerNext(REFRESH_PATH, status(401), status(401));

  hints.changed([PAY]);
  await isLogged('answers 401');
  hints.changed(['component:default/till']);

  await hintsArrive(3);
  assert.equal(greenroom.hints[2]?.entityRefs?.[0], 'component:default/till');
  assert.equal(greenroom.callsOf(TOKEN_PATH).length, 3);
});

test('many entities go in requests of 500 at most, each once', async () => {
  const all = refs(1_234);

  hints.changed(all);

  await hintsArrive(3);
  assert.deepEqual(greenroom.hints.map(hint => hint.entityRefs?.length), [500, 500, 234]);
  assert.deepEqual(greenroom.hints.flatMap(hint => hint.entityRefs), all);
});

test('what comes during a request goes with the next one, each entity once', async () => {
  greenroom.answerNext(REFRESH_PATH, response => {
    hints.changed([PAY]);
    hints.changed([PAY, 'component:default/till']);
    response.writeHead(202).end();
  });

  hints.changed([PAY]);

  await hintsArrive(2);
  assert.deepEqual(greenroom.hints[1], { entityRefs: [PAY, 'component:default/till'] });
});

test('the whole catalog is told where too many wait, and they are not told besides', async () => {
  greenroom.answerNext(REFRESH_PATH, response => {
    hints.changed(refs(5_001));
    hints.changed([PAY]);
    response.writeHead(202).end();
  });

  hints.changed([PAY]);
  await hintsArrive(2);
  hints.changed(['component:default/till']);

  await hintsArrive(3);
  assert.deepEqual(greenroom.hints, [{ entityRefs: [PAY] }, {}, { entityRefs: ['component:default/till'] }]);
});

for (const [name, answer] of Object.entries({
  'answers 408': status(408),
  'answers 429': status(429),
  'answers 500': status(500),
  'answers 503': status(503),
  'cuts the connection': cut,
  'says nothing': silence,
})) {
  test(`a hint is sent again where Greenroom ${name}`, async () => {
    greenroom.answerNext(REFRESH_PATH, answer);

    hints.changed([PAY]);

    await hintsArrive(2);
    assert.deepEqual(greenroom.hints[1], greenroom.hints[0]);
    assert.deepEqual(log.lines, []);
  });

  test(`a token is asked for again where the issuer ${name}`, async () => {
    greenroom.answerNext(TOKEN_PATH, answer);

    hints.changed([PAY]);

    await hintsArrive(1);
    assert.equal(greenroom.callsOf(TOKEN_PATH).length, 2);
  });
}

const ONE_SECOND: Record<string, () => string> = {
  seconds: () => '1',
  // Dates are of whole seconds.
  'a date': () => new Date(Date.now() + 2_000).toUTCString(),
};
for (const [name, retryAfter] of Object.entries(ONE_SECOND)) {
  test(`Retry-After is obeyed, as ${name}`, async () => {
    greenroom.answerNext(REFRESH_PATH, (response, call) => status(503, { 'Retry-After': retryAfter() })(response, call));

    hints.changed([PAY]);

    await hintsArrive(2);
    const [first, second] = greenroom.callsOf(REFRESH_PATH).map(call => call.at);
    assert.ok((second ?? 0) - (first ?? 0) > 900);
  });
}

test('a Retry-After without end is cut short', async () => {
  hints = hintsWith({ longestRetryAfter: 10 });
  greenroom.answerNext(REFRESH_PATH, status(503, { 'Retry-After': '999999999999' }));

  hints.changed([PAY]);

  await hintsArrive(2);
});

test('each further attempt comes later', async () => {
  hints = hintsWith({ backOff: 40 });
  greenroom.answerNext(REFRESH_PATH, status(503), status(503), status(503));

  hints.changed([PAY]);

  await hintsArrive(4);
  const [first = 0, second = 0, third = 0, fourth = 0] = greenroom.callsOf(REFRESH_PATH).map(call => call.at);
  assert.ok(second - first > 35 && third - second > 75 && fourth - third > 155);
});

test('a hint is dropped after four attempts, with one warning for all, until they are taken again', async () => {
  greenroom.answerNext(REFRESH_PATH, ...Array.from({ length: 8 }, () => status(503)));

  hints.changed([PAY]);
  await hintsArrive(4);
  hints.changed(['component:default/till']);
  await hintsArrive(8);
  hints.changed(['component:default/gate']);
  await isLogged('takes hints again');

  assert.deepEqual(greenroom.hints.map(hint => hint.entityRefs?.[0]?.slice(-4)).join(), '/pay,/pay,/pay,/pay,till,till,till,till,gate');
  assert.deepEqual(log.lines, [
    `warn hints are dropped, and Greenroom finds changes by its poll alone: ${greenroom.url}/v1/catalog/refresh answers 503`,
    'info Greenroom takes hints again',
  ]);
});

for (const code of [400, 403, 404, 413]) {
  test(`a hint that is answered ${code} is not sent again`, async () => {
    greenroom.answerNext(REFRESH_PATH, status(code));

    hints.changed([PAY]);
    await isLogged(`answers ${code}`);
    hints.changed(['component:default/till']);

    await hintsArrive(2);
    assert.deepEqual(greenroom.hints[1], { entityRefs: ['component:default/till'] });
  });
}

test('no redirect is followed', async () => {
  greenroom.answerNext(REFRESH_PATH, status(307, { Location: '/elsewhere' }));

  hints.changed([PAY]);

  await isLogged('answers 307');
  assert.deepEqual(greenroom.callsOf('/elsewhere'), []);
});

for (const [name, body] of Object.entries({
  'no JSON': 'token-1',
  'JSON without a token': '{"expires_in": 300}',
  'JSON that is no object': 'null',
  'a lifetime that is no number': '{"access_token": "token-1", "expires_in": "soon"}',
})) {
  test(`an issuer that answers ${name} costs the hint and no more`, async () => {
    greenroom.answerNext(TOKEN_PATH, response => response.end(body));

    hints.changed([PAY]);
    await isLogged(`${TOKEN_PATH} answers without a token`);
    hints.changed(['component:default/till']);

    await hintsArrive(1);
    assert.deepEqual(greenroom.hints, [{ entityRefs: ['component:default/till'] }]);
  });
}

test('a token without a lifetime is used all the same', async () => {
  greenroom.answerNext(TOKEN_PATH, response => response.end('{"access_token": "token-0"}'));

  hints.changed([PAY]);

  await hintsArrive(1);
  assert.equal(greenroom.callsOf(REFRESH_PATH)[0]?.authorization, 'Bearer token-0');
});

test('a client that the issuer refuses costs the hint, and neither secret nor token is logged', async () => {
  greenroom.answerNext(TOKEN_PATH, status(401));
  hints.changed([PAY]);
  await isLogged(`${TOKEN_PATH} answers 401`);
  greenroom.answerNext(REFRESH_PATH, status(403));
  hints.changed([PAY]);
  await hintsArrive(1);
  await greenroom.stop();
  hints.changed([PAY]);

  const written = log.lines.join('\n');
  assert.doesNotMatch(written, /secret of|token-\d/);
});

test('nobody there is a reason that is named', async () => {
  await greenroom.stop();

  hints.changed([PAY]);

  await isLogged('does not answer (ECONNREFUSED)');
});

test('a stop ends a request, sends nothing more, and says nothing', async () => {
  hints = hintsWith({ requestTimeout: 60_000 });
  let isCut = false;
  greenroom.answerNext(REFRESH_PATH, response => response.on('close', () => (isCut = true)));
  hints.changed(refs(1_000));
  await hintsArrive(1);

  hints.stop();
  hints.changed([PAY]);
  hints.allChanged();

  await until(() => isCut, () => greenroom.calls);
  assert.equal(greenroom.calls.length, 2);
  assert.deepEqual(log.lines, []);
});

test('a stop ends the wait for another attempt', async () => {
  greenroom.answerNext(REFRESH_PATH, status(503, { 'Retry-After': '1' }));
  hints.changed([PAY]);
  await hintsArrive(1);

  hints.stop();

  const end = performance.now() + 1_200;
  await until(() => performance.now() > end, () => 'the same time');
  assert.equal(greenroom.hints.length, 1);
});
