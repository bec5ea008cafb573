import { routesOf } from '../support/access-table.js';
import { aCaller, type PersonKind } from '../support/access-callers.js';
import type { TestApp } from '../support/app.js';
import { aPage, allQueries, type Question } from '../support/hunt/all-queries.js';
import {
  hiddenNames,
  hiddenEmail,
  openName,
  createAnonymousDonor,
  shortEmail,
  shortName,
  shortSurname,
  type AnonymousDonorScenario,
} from '../support/hunt/anonymous-donor.js';
import { startAppWithStripe } from '../support/stripe.js';
import { renderPendingEmails } from '../support/written-mails.js';

/**
 * A donor gives anonymously in every way, and the test searches everything for the name: every query with all fields,
 * every route, export and email. Only finance and the donor may see it.
 */
jest.setTimeout(300_000);

let app: TestApp;
let close: () => Promise<void>;
let hunted: AnonymousDonorScenario;
let questions: Question[];
let unasked: string[];

beforeAll(async () => {
  const started = await startAppWithStripe();
  ({ app, close } = started);
  hunted = await createAnonymousDonor(app, started.stripe);
  const ids = await app.db.query<{ id: string }>(
    `SELECT id::text FROM fundraising.gift WHERE donor_id = (SELECT id FROM fundraising.donor WHERE email = $1)
     UNION ALL SELECT id::text FROM fundraising.recurring_gift UNION ALL SELECT id::text FROM fundraising.payout
     UNION ALL SELECT $2::text`,
    [hiddenEmail, hunted.campaign.id],
  );
  ({ questions, skippedFields: unasked } = await allQueries(app, {
    slug: [hunted.campaign.slug, hunted.page.slug],
    campaignSlug: [hunted.campaign.slug],
    campaignId: [hunted.campaign.id],
    eventId: [hunted.campaign.id],
    businessId: [hunted.campaign.id],
    id: ids.map(({ id }) => id),
    token: hunted.tokens,
    from: ['2026-11-01'],
    to: ['2027-01-31'],
    unit: ['MONTH'],
    idempotencyKey: ['a key of another form'],
  }));
});
afterAll(() => close());

const seenIn = (text: string) => hiddenNames.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

const pages = new Map<string, number>();

/** Queries with the largest allowed page size. Throws on an invalid document, which would otherwise find nothing. */
async function runQuery(document: string, variables: Record<string, unknown>, cookie: string | undefined) {
  for (const size of [20, 5, 2].filter((one) => one <= (pages.get(document) ?? one))) {
    const some = document.replace(`first: ${aPage}`, `first: ${size}`);
    const answer = await app.graphql<Record<string, unknown> | null>(some, variables, { cookie });
    const [error] = answer.errors ?? [];
    if (!error || !/^(GRAPHQL_|REQUEST_|INTERNAL)/.test(error.extensions.code)) {
      pages.set(document, size);
      return answer;
    }
    if (!error.message.includes('asks for too much')) throw new Error(`${error.message}\n${document}`);
  }
  throw new Error(`This is always too much:\n${document}`);
}

interface Hunt {
  leaks: Set<string>;
  answers: string[];
  /** Queries that returned null or a refusal. Their other selections are skipped, because they aren't resolved either. */
  closed: Set<string>;
}

/**
 * Runs every query as every caller. All callers run one query before the next one, so that its document is compiled only
 * once.
 */
async function hunt<Kind extends string>(cookies: ReadonlyMap<Kind, string | undefined>): Promise<Map<Kind, Hunt>> {
  const hunts = new Map<Kind, Hunt>();
  for (const kind of cookies.keys()) hunts.set(kind, { leaks: new Set(), answers: [], closed: new Set() });
  for (const { name, document, variables } of questions) {
    const thing = `${name} ${JSON.stringify(variables)}`;
    for (const [kind, { leaks, answers, closed }] of hunts) {
      if (closed.has(thing)) continue;
      const answer = await runQuery(document, variables, cookies.get(kind));
      const text = JSON.stringify(answer);
      const seen = seenIn(text);
      if (seen.length > 0) leaks.add(`${name}: ${seen.join(', ')}`);
      if (answer.data?.[name]) answers.push(text);
      else if (!answer.errors?.some(({ path }) => path?.length !== 1)) closed.add(thing);
    }
  }
  return hunts;
}

test('covers every query that could reveal gifts', () => {
  const queryNames = new Set(questions.map(({ name }) => name));
  for (const name of ['campaign', 'campaignGifts', 'campaignPage', 'manageCampaign', 'manageGift', 'gifts', 'myPage']) {
    expect(queryNames).toContain(name);
  }
  // These can't reveal a gift: they accept input, or cover only roles, areas, lists, articles, schools, holds, volunteers or
  // their contacts, or search public pages.
  expect(unasked.sort()).toEqual([
    'accessTokenAreas',
    'article',
    'articlePreview',
    'checkLesson',
    'coOrganizerCandidates',
    'course',
    'courses',
    'credentialHolders',
    'credentialText',
    'discreetNoticeSamples',
    'emailPreview',
    'emailWording',
    'emergencyContact',
    'eventAudience',
    'eventMessageRecipients',
    'eventUpdatePreview',
    'findSchools',
    'legalHolds',
    'missingCredentials',
    'opportunityFlags',
    'opportunityPreview',
    'overlappingShifts',
    'parties',
    'photos',
    'previewSeries',
    'previewSeriesEdit',
    'registrations',
    'regulars',
    'roleRequests',
    'savedViews',
    'schoolStatutes',
    'search',
    'selfCheckIn',
    'servedAreas',
    'shiftCandidates',
    'shiftRequests',
    'tracks',
    'volunteerMergePreview',
    'webhookDeliveries',
    'webhookTypes',
  ]);
});

describe('every query', () => {
  const ignorant: PersonKind[] = ['anonymous', 'volunteer', 'organizer', 'business', 'advocate', 'moderator'];
  let hunts: Map<PersonKind, Hunt>;
  beforeAll(async () => {
    const cookies = new Map<PersonKind, string | undefined>();
    for (const kind of ignorant) cookies.set(kind, (await aCaller(app, kind, hunted.desk.chapterId)).cookie);
    cookies.set('finance', hunted.desk.cookie('finance'));
    hunts = await hunt(cookies);
  });

  test.each(ignorant)('names no anonymous donor to %s in any answer', (kind) => {
    const { leaks, answers } = hunts.get(kind)!;
    expect([...leaks]).toEqual([]);
    expect(answers.some((text) => text.includes(openName))).toBe(true);
    expect(answers.some((text) => text.includes(shortName))).toBe(true);
  });

  test('control: the same queries return the names to finance', () => {
    const where = new Set([...hunts.get('finance')!.leaks].map((leak) => leak.split(':')[0]));
    for (const name of ['gifts', 'manageGift', 'recurringGifts', 'manageRecurringGift', 'receipts', 'disputes'])
      expect(where).toContain(name);
  });
});

test('no route or file returns the names, not even to finance', async () => {
  const parts: Record<string, readonly string[]> = {
    ':slug': [hunted.campaign.slug, hunted.page.slug],
    ':token': hunted.tokens,
    ':id': [hunted.campaign.id],
  };
  const paths = routesOf(app)
    .filter((route) => route.startsWith('GET ') && !route.includes('/dev/'))
    .flatMap((route) => {
      const path = route.slice(4);
      const part = Object.keys(parts).find((one) => path.includes(one));
      return part ? parts[part]!.map((value) => path.replace(part, value)) : [path];
    });
  expect(paths).toEqual(expect.arrayContaining(['/exports/gifts.csv', '/exports/ledger.csv']));
  let all = '';
  for (const cookie of [undefined, hunted.desk.cookie('organizer'), hunted.desk.cookie('finance')]) {
    const headers: Record<string, string> = cookie ? { cookie, 'sec-fetch-site': 'same-origin' } : {};
    for (const path of paths) {
      const text = await (await fetch(app.url + path, { headers })).text();
      // Accountants get the full name of donors with a short public name; anonymous donors stay hidden.
      const forAccountants = path.startsWith('/exports/gifts.csv') && cookie === hunted.desk.cookie('finance');
      expect([path, seenIn(forAccountants ? text.replaceAll(shortSurname, '') : text)]).toEqual([path, []]);
      all += text;
    }
  }
  expect(all).toContain(openName);
  expect(all).toContain(shortName);
});

test('no email to others contains them, not even honoree notices', async () => {
  const mails = await renderPendingEmails(app);
  const others = mails.filter(({ recipient }) => recipient !== hiddenEmail && recipient !== shortEmail);
  for (const { template, recipient, subject, text, html } of others) {
    expect([template, recipient, seenIn(`${subject} ${text} ${html}`)]).toEqual([template, recipient, []]);
  }
  // Control: every template that could contain the names was used, and the donor's own emails contain them.
  const templates = new Set(others.map(({ template }) => template));
  for (const template of ['honouree-notice', 'campaign-update', 'gift-thanks']) expect(templates).toContain(template);
  const own = mails.filter(({ recipient }) => recipient === hiddenEmail);
  expect(own.some(({ text }) => seenIn(text).length > 0)).toBe(true);
});

test('no pending email stores the names in its data', async () => {
  const rows = await app.db.query<{ row: string }>(
    `SELECT row_to_json(m)::text AS row FROM notifications.mail m WHERE m.recipient <> ALL ($1)`,
    [[hiddenEmail, shortEmail]],
  );
  expect(rows.filter(({ row }) => seenIn(row).length > 0)).toEqual([]);
});
