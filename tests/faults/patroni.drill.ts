import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from '../support/app.js';
import { describeWhere } from '../support/describe-where.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { aPatroniCluster, patroni, type PatroniCluster } from './support/patroni.js';
import { appWithReplica } from './support/replicated-postgres.js';

jest.setTimeout(300_000);

const perSecond = 20;
const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { signup { status } } }`;

describeWhere(patroni, 'Patroni, etcd or the system’s PostgreSQL is missing', 'a failover by Patroni', () => {
  let cluster: PatroniCluster;
  let app: TestApp;
  let shiftId: string;
  beforeAll(async () => {
    cluster = await aPatroniCluster();
    app = await appWithReplica({ ...cluster.settings, DATABASE_CONNECT_SECONDS: '4' });
    const { id: eventId } = await anEvent(app.db);
    shiftId = (await aShift(app.db, { eventId, capacity: 5_000 })).id;
  });
  afterAll(async () => {
    await app?.close();
    await cluster?.end();
  });

  /** Signs people up at a constant rate. Returns a function that stops it and says who was told "confirmed" and when. */
  function signUps(label: string) {
    const confirmed: Array<{ email: string; at: number }> = [];
    const running: Array<Promise<void>> = [];
    let isOver = false;
    let failed = 0;
    const one = async (email: string) => {
      const body = { input: { shiftId, name: 'Ana Reyes', email } };
      const status = await app
        .graphql<{ signUp: { signup: { status: string } } | null }>(signUp, body)
        .then(({ errors, data }) => (errors ? null : data.signUp?.signup.status))
        .catch(() => null);
      if (status === 'CONFIRMED') confirmed.push({ email, at: performance.now() });
      else failed += 1;
    };
    const rush = (async () => {
      for (let n = 0; !isOver; n += 1) {
        running.push(one(`${label}-${n}@example.org`));
        await wait(1_000 / perSecond);
      }
    })();
    return {
      confirmed,
      async stop() {
        isOver = true;
        await rush;
        await Promise.all(running);
        const times = confirmed.map(({ at }) => at).sort((a, b) => a - b);
        const longest = Math.max(...times.slice(1).map((at, i) => at - times[i]!));
        console.log(
          `${label}: ${confirmed.length} confirmed, ${failed} failed, none for ${(longest / 1_000).toFixed(1)} s.`,
        );
      },
    };
  }

  const stored = async () => {
    const rows = await app.db.query<{ email: string }>(
      'SELECT v.email FROM events.signup s JOIN volunteers.volunteer v ON v.id = s.volunteer_id',
    );
    return new Set(rows.map(({ email }) => email));
  };
  const lost = async (confirmed: ReadonlyArray<{ email: string }>) => {
    const all = await stored();
    return confirmed.filter(({ email }) => !all.has(email));
  };
  const confirmedAfter = (confirmed: readonly unknown[], more: number) => {
    const before = confirmed.length;
    return eventually(() => confirmed.length >= before + more, 90);
  };

  test('a primary without power: nothing acknowledged is lost, and the programs go on without a restart', async () => {
    const { primary, standby } = await cluster.pair();
    const people = signUps('power');
    await confirmedAfter(people.confirmed, 40);
    await primary.kill();
    await eventually(async () => (await standby.role()) === 'primary', 90);
    await confirmedAfter(people.confirmed, 40);
    await people.stop();
    expect(await lost(people.confirmed)).toEqual([]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  test('the failed machine returns as a standby and can take over again', async () => {
    const [failed, survivor] = (await cluster.nodes[0].role())
      ? [cluster.nodes[1], cluster.nodes[0]]
      : [cluster.nodes[0], cluster.nodes[1]];
    cluster.start(failed);
    const { primary, standby } = await cluster.pair();
    expect([primary, standby]).toEqual([survivor, failed]);
    const people = signUps('switch');
    await confirmedAfter(people.confirmed, 40);
    await survivor.switchTo(failed);
    await eventually(async () => (await failed.role()) === 'primary', 60);
    await confirmedAfter(people.confirmed, 40);
    await people.stop();
    expect(await lost(people.confirmed)).toEqual([]);
  });
});
