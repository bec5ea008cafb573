import { routesOf } from '../support/access-table.js';
import { aCaller, type PersonKind } from '../support/access-callers.js';
import type { TestApp } from '../support/app.js';
import { aPage, everyQuestion, type Question } from '../support/hunt/every-question.js';
import {
  hidden,
  hiddenEmail,
  openName,
  playTheHidden,
  shortEmail,
  shortName,
  shortSurname,
  type Hunted,
} from '../support/hunt/the-hidden.js';
import { startAppWithStripe } from '../support/stripe.js';
import { writtenMails } from '../support/written-mails.js';

/**
 * Somebody gives anonymously in every way there is, and is then looked for in everything anybody can ask: every query of
 * the schema with all its fields, every route, every export, every mail. Only finance may know, and the donor.
 */
jest.setTimeout(300_000);

let app: TestApp;
let close: () => Promise<void>;
let hunted: Hunted;
let questions: Question[];
let unasked: string[];

beforeAll(async () => {
  const started = await startAppWithStripe();
  ({ app, close } = started);
  hunted = await playTheHidden(app, started.stripe);
  const ids = await app.db.query<{ id: string }>(
    `SELECT id::text FROM fundraising.gift WHERE donor_id = (SELECT id FROM fundraising.donor WHERE email = $1)
     UNION ALL SELECT id::text FROM fundraising.recurring_gift UNION ALL SELECT id::text FROM fundraising.payout
     UNION ALL SELECT $2::text`,
    [hiddenEmail, hunted.campaign.id],
  );
  ({ questions, unasked } = await everyQuestion(app, {
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

/** What of the hidden stands in a text. */
const seenIn = (text: string) => hidden.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

/** How many of a list a document may ask for, once that was found out. */
const pages = new Map<string, number>();

/** A page of as many as one document may ask for. A document that is wrong would find nothing, and say so to nobody. */
async function asked(document: string, variables: Record<string, unknown>, cookie: string | undefined) {
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

/**
 * Asks everything as somebody; where a name came out, and everything that was answered. Who is told nothing of a thing, or no,
 * is not asked for its other fields as well: not one of them is looked up for them.
 */
async function hunt(cookie: string | undefined): Promise<{ leaks: string[]; answers: string[] }> {
  const leaks: string[] = [];
  const answers: string[] = [];
  const closed = new Set<string>();
  for (const { name, document, variables } of questions) {
    const thing = `${name} ${JSON.stringify(variables)}`;
    if (closed.has(thing)) continue;
    const answer = await asked(document, variables, cookie);
    const text = JSON.stringify(answer);
    const seen = seenIn(text);
    if (seen.length > 0) leaks.push(`${name}: ${seen.join(', ')}`);
    if (answer.data?.[name]) answers.push(text);
    else if (!answer.errors?.some(({ path }) => path?.length !== 1)) closed.add(thing);
  }
  return { leaks: [...new Set(leaks)], answers };
}

test('every query that could know of gifts is asked', () => {
  const asked = new Set(questions.map(({ name }) => name));
  for (const name of ['campaign', 'campaignGifts', 'campaignPage', 'manageCampaign', 'manageGift', 'gifts', 'myPage']) {
    expect(asked).toContain(name);
  }
  // These take what is being written, or know of roles, of lists, of what there is to read, of schools, of holds, of volunteers or their nearest alone, or find public pages by their words: of no gift.
  expect(unasked.sort()).toEqual([
    'article',
    'articlePreview',
    'checkLesson',
    'course',
    'courses',
    'credentialHolders',
    'credentialText',
    'emergencyContact',
    'eventUpdatePreview',
    'findSchools',
    'legalHolds',
    'missingCredentials',
    'opportunityFlags',
    'opportunityPreview',
    'photos',
    'roleRequests',
    'savedViews',
    'schoolStatutes',
    'search',
    'selfCheckIn',
    'servedAreas',
    'shiftsInTheWay',
    'tracks',
    'volunteerMergePreview',
  ]);
});

const ignorant: PersonKind[] = ['anonymous', 'volunteer', 'organizer', 'business', 'advocate', 'moderator'];
test.each(ignorant)('as %s nobody is named, whatever is asked', async (kind) => {
  const { cookie } = await aCaller(app, kind, hunted.desk.chapterId);
  const { leaks, answers } = await hunt(cookie);
  expect(leaks).toEqual([]);
  // The same questions name whoever has nothing against it: they do look where names are.
  expect(answers.some((text) => text.includes(openName))).toBe(true);
  expect(answers.some((text) => text.includes(shortName))).toBe(true);
});

test('control: finance is told, by the same questions', async () => {
  const { leaks } = await hunt(hunted.desk.cookie('finance'));
  const where = new Set(leaks.map((leak) => leak.split(':')[0]));
  for (const name of ['gifts', 'manageGift', 'recurringGifts', 'manageRecurringGift', 'receipts', 'disputes'])
    expect(where).toContain(name);
});

test('no route says it, and no file, not even to finance', async () => {
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
      // Accountants get the whole name of a donor whom the public sees by a short one; an anonymous donor stays hidden.
      const forAccountants = path.startsWith('/exports/gifts.csv') && cookie === hunted.desk.cookie('finance');
      expect([path, seenIn(forAccountants ? text.replaceAll(shortSurname, '') : text)]).toEqual([path, []]);
      all += text;
    }
  }
  expect(all).toContain(openName);
  expect(all).toContain(shortName);
});

test('no mail to anybody else says it, not even to those who are told of the honour', async () => {
  const mails = await writtenMails(app);
  const others = mails.filter(({ recipient }) => recipient !== hiddenEmail && recipient !== shortEmail);
  for (const { template, recipient, subject, text, html } of others) {
    expect([template, recipient, seenIn(`${subject} ${text} ${html}`)]).toEqual([template, recipient, []]);
  }
  // What would name them if it could, was written; and their own mails do.
  const templates = new Set(others.map(({ template }) => template));
  for (const template of ['honouree-notice', 'campaign-update', 'gift-thanks']) expect(templates).toContain(template);
  const own = mails.filter(({ recipient }) => recipient === hiddenEmail);
  expect(own.some(({ text }) => seenIn(text).length > 0)).toBe(true);
});

test('no mail that waits carries it in what is kept with it', async () => {
  const rows = await app.db.query<{ row: string }>(
    `SELECT row_to_json(m)::text AS row FROM notifications.mail m WHERE m.recipient <> ALL ($1)`,
    [[hiddenEmail, shortEmail]],
  );
  expect(rows.filter(({ row }) => seenIn(row).length > 0)).toEqual([]);
});
