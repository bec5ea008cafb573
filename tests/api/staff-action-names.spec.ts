import { AdvocacyModule } from '@upstander/advocacy';
import { EventsModule } from '@upstander/events';
import { RecordNames } from '@upstander/identity';
import { MailTemplates } from '@upstander/notifications';
import { Database } from '@upstander/platform';
import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFreePort } from '../support/free-port.js';
import { aCaller } from '../support/access-callers.js';
import { operationSamples } from '../support/access-samples.js';
import { operationsOf } from '../support/access-table.js';
import type { TestApp } from '../support/app.js';
import { askAsPage } from '../support/ask-as-page.js';
import { aChapter, anEvent } from '../support/factories.js';
import { recordedKinds, recordedOperations } from '../support/staff-operations.js';
import { startAppWithStripe } from '../support/stripe.js';
import { aVolunteer } from '../support/volunteers.js';

/** Kinds of IDs in the log that are not named, and why. */
const unnamed: Record<string, string> = {
  absentGuests: 'positions of guests; the sign-up of the same action has a name',
  consentFile: 'a file has no name; the beneficiary of the same action has one',
  evidenceFile: 'a file has no name; the disbursement of the same action has one',
  logo: 'a logo has no name',
  pastQuestions: 'a question has no name; the event of the same action has one',
  question: 'a question has no name; the event of the same action has one',
  questions: 'a question has no name; the event of the same action has one',
  tax: 'a tax ID is not the ID of a record',
  file: 'a file has no name; the fundraiser of the same action has one',
  undoneMark: 'a check-in mark has no name; the sign-up of the same action has one',
  subject: 'a legal hold may be on any record, of the sealed zone too',
};

const removalOperations: Record<string, RegExp> = {
  DELETED: /^(delete|cancelPhotoConsent$|removeCoOrganizer$)/,
  ERASED: /^eraseVolunteer$/,
};

interface Thing {
  kind: string;
  id: string | null;
  state: string;
  name: string | null;
  context: string | null;
  day: string | null;
  path: string | null;
}

interface Row {
  operation: string;
  targets: Thing[];
}

interface Answer {
  staffActions: { edges: Array<{ node: Row }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const query = `query ($after: String) { staffActions(first: 100, after: $after) { edges { node { operation
  targets { kind id state name context day path } } } pageInfo { hasNextPage endCursor } } }`;

jest.setTimeout(300_000);

describe('names in the log of staff actions', () => {
  let app: TestApp;
  let close: () => Promise<void>;
  let chapter: { id: string; slug: string };
  let admin: { accountId: string; cookie: string };
  beforeAll(async () => {
    const config = { GRAPHQL_EXPLORER: 'true', DEV_MAILBOX_PORT: String(await aFreePort()) };
    ({ app, close } = await startAppWithStripe({ config }));
    chapter = await aChapter(app.db);
    admin = await app.signedIn({ role: 'admin', name: 'Rosa Admin' });
  });
  afterAll(() => close());

  async function log(): Promise<Row[]> {
    const rows: Row[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer: { data: Answer; errors?: unknown } = await app.graphql<Answer>(query, { after }, admin);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      const { edges, pageInfo } = answer.data.staffActions;
      rows.push(...edges.map(({ node }) => node));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    return rows;
  }

  test('every kind of ID that the log can record has a name or a reason', async () => {
    const names = app.nest.get(RecordNames);
    const kinds = await recordedKinds(app);
    const without = [...kinds].filter(([kind]) => !names.hasNames(kind) && !Object.hasOwn(unnamed, kind));
    expect(without.map(([kind, operations]) => `${kind}: ${[...operations].join(', ')}`)).toEqual([]);
    expect(Object.keys(unnamed).filter((kind) => !kinds.has(kind) || names.hasNames(kind))).toEqual([]);
  });

  test('every kind has words in both languages', () => {
    const kinds = [...app.nest.get(RecordNames).kinds(), ...Object.keys(unnamed)].sort();
    for (const locale of locales) {
      const words = adminCatalogOf(locale).admin.staffActions.kinds;
      expect([locale, Object.keys(words).sort()]).toEqual([locale, kinds]);
    }
  });

  test('every staff operation logs objects that have a name and a page in the admin', async () => {
    const operations = await operationsOf(app);
    const failed: string[] = [];
    for (const operation of recordedOperations(app)) {
      const sampled = Object.entries(operationSamples).filter(([name]) => name.replace(/ \(.*\)$/, '') === operation);
      const worked = await anyWorks(sampled, (make) => act(operation, operations, make));
      if (!worked) failed.push(operation);
    }
    expect(failed).toEqual([]);
    const rows = await log();
    const done = new Set(rows.map(({ operation }) => operation));
    expect(recordedOperations(app).filter((operation) => !done.has(operation))).toEqual([]);
    const missing = rows.flatMap(({ operation, targets }) =>
      targets
        .filter(({ kind }) => !Object.hasOwn(unnamed, kind))
        .filter(({ state }) => state !== 'PRESENT' && !removalOperations[state]?.test(operation))
        .map(({ kind, state }) => `${operation}: ${kind} ${state}`),
    );
    expect([...new Set(missing)]).toEqual([]);
    const paths = rows.flatMap(({ targets }) => targets.flatMap(({ path }) => path ?? []));
    expect([...new Set(paths.map(patternOf))].filter((path) => !isPage(path))).toEqual([]);
  });

  test('erased people, deleted records and the sealed zone have no name', async () => {
    const volunteer = await aVolunteer(app, chapter.id, { name: 'Ana Reyes' });
    const event = await anEvent(app.db, { chapterId: chapter.id });
    const ids = { volunteer: volunteer.id, event: event.id, application: randomUUID(), deleted: randomUUID() };
    const targets = [
      { kind: 'volunteer', id: ids.volunteer },
      { kind: 'event', id: ids.event },
      { kind: 'event', id: ids.deleted },
      { kind: 'application', id: ids.application },
    ];
    await record(targets);
    expect((await last()).map(({ kind, id, state, name }) => [kind, id, state, name])).toEqual([
      ['event', ids.event, 'PRESENT', 'Care kit packing'],
      ['volunteer', ids.volunteer, 'PRESENT', 'Ana Reyes'],
      ['event', ids.deleted, 'DELETED', null],
      ['application', null, 'UNNAMED', null],
    ]);
    const { errors } = await app.graphql(
      'mutation ($id: ID!) { eraseVolunteer(id: $id) { ok } }',
      { id: ids.volunteer },
      admin,
    );
    expect(errors).toBeUndefined();
    expect(await last()).toEqual([
      { kind: 'volunteer', id: ids.volunteer, state: 'ERASED', name: null, context: null, day: null, path: null },
    ]);
  });

  test('the recipient of a notice about confidential help is not named', async () => {
    const [notice] = app.nest.get(MailTemplates).notices();
    const mails = await app.db.query<{ id: string }>(
      `INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, status, due_at)
       SELECT 'names-test/' || t, t, gen_random_uuid(), 'ana@example.org', 'en', 'sent', now()
       FROM unnest($1::text[]) AS t RETURNING id`,
      [[notice, 'signup-confirm']],
    );
    await record(mails.map(({ id }) => ({ kind: 'mail', id })));
    const named = new Map((await last()).map(({ id, name, path }) => [id, [name, path]]));
    expect(mails.map(({ id }) => named.get(id))).toEqual([
      [null, '/mail'],
      ['ana@example.org', '/mail?recipient=ana%40example.org'],
    ]);
  });

  test('looks up the names of a page of the log with one statement per kind', async () => {
    for (let n = 0; n < 3; n++) {
      const event = await anEvent(app.db, { chapterId: chapter.id });
      await record([
        { kind: 'event', id: event.id },
        { kind: 'chapter', id: chapter.id },
      ]);
    }
    const asked = jest.spyOn(app.nest.get(Database), 'query');
    await log();
    const statements = asked.mock.calls
      .map(([sql]) => sql)
      .filter((sql) => /FROM events\.event WHERE id = ANY/.test(sql));
    asked.mockRestore();
    const rows = await log();
    const pages = Array.from({ length: Math.ceil(rows.length / 100) }, (_, page) =>
      rows.slice(page * 100, (page + 1) * 100),
    );
    const withEvents = pages.filter((page) => page.some(({ targets }) => targets.some(({ kind }) => kind === 'event')));
    expect(statements).toHaveLength(withEvents.length);
  });

  test('no action in the sealed zone is in this log', () => {
    expect(recordedOperations(app, EventsModule).length).toBeGreaterThan(20);
    expect(recordedOperations(app, AdvocacyModule)).toEqual([]);
  });

  async function record(targets: ReadonlyArray<{ kind: string; id: string }>): Promise<void> {
    const id = randomUUID();
    const now = app.clock.now();
    await app.db.query(
      `INSERT INTO identity.staff_action (id, at, account_id, operation, request_id)
       VALUES ($1, $2, $3, 'publishEvent', $4)`,
      [id, now, admin.accountId, id],
    );
    await app.db.query(
      `INSERT INTO identity.staff_action_thing (action_id, at, kind, thing_id)
       SELECT $1, $2, t.kind, t.id FROM jsonb_to_recordset($3::jsonb) AS t(kind text, id uuid)`,
      [id, now, JSON.stringify(targets)],
    );
  }

  const last = async () => (await log())[0]!.targets;

  async function act(operation: string, operations: Awaited<ReturnType<typeof operationsOf>>, make: Make) {
    const errors: unknown[] = [];
    for (const kind of ['admin', 'organizer', 'finance', 'moderator', 'advocate'] as const) {
      const caller = await aCaller(app, kind, chapter.id);
      const sample = await make({ app, caller, chapter, home: chapter, own: true });
      try {
        return await askAsPage(app, operation, { operations, sample, cookie: caller.cookie });
      } catch (error) {
        errors.push(error);
      }
    }
    throw errors[0];
  }
});

type Make = (typeof operationSamples)[string];

async function anyWorks(samples: Array<[string, Make]>, act: (make: Make) => Promise<void>): Promise<boolean> {
  for (const [, make] of samples) {
    const worked = await act(make).then(
      () => true,
      () => false,
    );
    if (worked) return true;
  }
  return false;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const patternOf = (path: string) => path.replace(/\?.*$/, '').replace(uuid, ':id').slice(1);

const folder = join(__dirname, '../../apps/admin/src/app');
const routes = new Set(
  readdirSync(folder)
    .filter((name) => /rout(e|es|er)\.tsx$/.test(name))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:path: |\broute\(\s*)'([^']+)'/g)].map(([, path = '']) =>
        path.replace(/:\w+/g, ':id'),
      ),
    ),
);

function isPage(path: string): boolean {
  const at = path.lastIndexOf('/');
  return routes.has(path) || (routes.has(path.slice(0, at)) && routes.has(path.slice(at + 1)));
}
