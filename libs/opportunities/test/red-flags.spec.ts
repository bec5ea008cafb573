import { redFlagRules } from '@upstander/opportunities';
import { catalogOf, locales } from '@upstander/web-kit';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { formOf, opportunityTexts, type OpportunityText } from '@upstander/tests/support/opportunity-texts.js';
import { opportunityInput } from '@upstander/tests/support/opportunities.js';

interface Flag {
  rule: string;
  field: string;
  excerpt: string;
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

let cookie: string | undefined;
let calls = 0;

/** Returns the red flags of a form. Uses a new account every hundred calls because of the rate limit. */
async function flagsOf(input: Record<string, unknown>): Promise<Flag[]> {
  if (calls++ % 100 === 0) ({ cookie } = await app.signedIn({ role: 'business' }));
  const { data, errors } = await app.graphql<{ opportunityFlags: Flag[] }>(
    'query ($input: OpportunityInput!) { opportunityFlags(input: $input) { rule field excerpt } }',
    { input },
    { cookie },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.opportunityFlags;
}

async function sortTexts(texts: readonly OpportunityText[]): Promise<{ held: string[]; free: string[] }> {
  const flagged: string[] = [];
  const free: string[] = [];
  for (const text of texts) {
    const flags = await flagsOf(formOf(text));
    const rules = [...new Set(flags.map(({ rule }) => rule))].join(' ');
    if (flags.length > 0) flagged.push(`${text.id} ${text.title}: ${rules}`);
    else free.push(`${text.id} ${text.title}`);
  }
  return { held: flagged, free };
}

const rulesIn = async (parts: Record<string, unknown>) =>
  [...new Set((await flagsOf(opportunityInput(parts))).map(({ rule }) => rule))].sort();

describe('sixty lures and sixty honest texts, half of each in Spanish or mixed', () => {
  test('are the expected set', () => {
    for (const name of ['lures', 'honest'] as const) {
      const texts = opportunityTexts(name);
      expect(texts).toHaveLength(60);
      expect(texts.filter(({ language }) => language !== 'en')).toHaveLength(30);
      expect(new Set(texts.map(({ description }) => description)).size).toBe(60);
    }
  });

  test('flag every lure', async () => {
    expect((await sortTexts(opportunityTexts('lures'))).free).toEqual([]);
  });

  test('flag at most three honest texts', async () => {
    const { held } = await sortTexts(opportunityTexts('honest'));
    console.info(`Honest texts held: ${held.join('; ') || 'none'}`);
    expect(held.length).toBeLessThanOrEqual(3);
  });

  // Written in four rounds, each after the rules. docs/decisions/red-flags.md lists the results of each round when it
  // was new; the rules were improved afterward.
  test('flag every lure that was once missed', async () => {
    expect((await sortTexts(opportunityTexts('later-lures'))).free).toEqual([]);
    const { held } = await sortTexts(opportunityTexts('later-honest'));
    console.info(`Later honest texts held: ${held.join('; ') || 'none'}`);
    expect(held.length).toBeLessThanOrEqual(4);
  });

  test('flag nothing without the rules', async () => {
    const rules = redFlagRules.splice(0);
    try {
      expect((await sortTexts(opportunityTexts('lures').slice(0, 3))).held).toEqual([]);
    } finally {
      redFlagRules.push(...rules);
    }
  });
});

test('explains every rule in both languages, and every text rule flags a lure', async () => {
  const names = redFlagRules.map(({ name }) => name).sort();
  for (const locale of locales) {
    expect(Object.keys(catalogOf(locale).enums.redFlag).sort()).toEqual(names);
  }
  const used = new Set<string>();
  for (const text of [...opportunityTexts('lures'), ...opportunityTexts('later-lures')]) {
    for (const { rule } of await flagsOf(formOf(text))) used.add(rule);
  }
  // No text is about the minimum wage, and no lure needs to say who it is for.
  expect(names.filter((name) => !used.has(name))).toEqual(['NAMES_READERS', 'PAY_BELOW_MINIMUM']);
  expect(await rulesIn({ description: 'For survivors of trafficking.' })).toEqual(['NAMES_READERS']);
});

describe('normalizing a text', () => {
  const whatsapp = 'MESSENGER';
  test.each([
    ['letters of another alphabet', 'Ask us on Wh\u0430ts\u0391pp', ['LOOKALIKE_LETTERS', whatsapp]],
    [
      'letters dressed up',
      'Ask us on \u{1d416}\u{1d421}\u{1d41a}\u{1d42d}\u{1d42c}\u{1d400}\u{1d429}\u{1d429}',
      ['LOOKALIKE_LETTERS', whatsapp],
    ],
    ['full width', 'Ask us on \uff37\uff48\uff41\uff54\uff53\uff21\uff50\uff50', ['LOOKALIKE_LETTERS', whatsapp]],
    ['zero width spaces', 'Ask us on Wh\u200bats\u200dApp', ['HIDDEN_CHARACTERS', whatsapp]],
    ['soft hyphens', 'Ask us on Whats\u00adApp', ['HIDDEN_CHARACTERS', whatsapp]],
    ['a direction override', 'Ask us on \u202eppAstahW\u202c', ['HIDDEN_CHARACTERS']],
    ['spaces between letters', 'Ask us on W h a t s A p p', [whatsapp]],
    ['dots between letters', 'Ask us on w.h.a.t.s.a.p.p', [whatsapp]],
    ['digits as letters', 'Ask us on Wh4ts4pp', [whatsapp]],
    ['Markdown between letters', 'Ask us on Wh**ats**App', [whatsapp]],
    ['character entities', 'Ask us on &#87;hatsApp', [whatsapp]],
    ['accents', 'Ask us on Wh\u00e4tsAp\u0301p', [whatsapp]],
    [
      'boxed letters',
      'Ask us on \u{1f186}\u{1f177}\u{1f170}\u{1f183}\u{1f182}\u{1f170}\u{1f17f}\u{1f17f}',
      ['LOOKALIKE_LETTERS', whatsapp],
    ],
  ])('sees through %s', async (_, description, rules) => {
    expect(await rulesIn({ description })).toEqual(rules);
  });

  test.each([
    'Bakery work \u{1f468}\u200d\u{1f373} with a team \u2615\ufe0f',
    'Turno de 1\u00aa hora, n\u00ba 12, \u00bd d\u00eda',
    'Caf\u00e9, jalape\u00f1os and cr\u00e8me br\u00fbl\u00e9e',
    '\u0413\u043e\u0432\u043e\u0440\u0438\u043c \u043f\u043e-\u0440\u0443\u0441\u0441\u043a\u0438',
  ])("doesn't flag text that is merely unusual: %s", async (description) => {
    expect(await rulesIn({ description })).toEqual([]);
  });

  test.each([
    'five five nine, five five five, oh one two three',
    '5 five 9 five 5 five 0 one 2 three',
    'cinco cinco nueve cinco cinco cinco cero uno dos tres',
    'cincuenta y cinco, noventa y cinco, cincuenta y cinco, cero uno, veinte, tres',
    '(559) 555-0123',
    '559.555.0123',
    '+52 55 1234 5678',
    '5 5 9 - 5 5 5 - 0 1 2 3',
    '\u0665\u0665\u0669 555 0123',
    '555-0123',
  ])('finds a phone number: %s', async (description) => {
    expect(await rulesIn({ description })).toContain('PHONE_NUMBER');
  });

  test.each([
    'We pay $19.00 - $22.50, 30 hours, from 2026-12-01 to 2027-02-28, 6:00 to 14:30.',
    'Zip 93701-1234, shifts of 8 or 10 hours, 401k after 90 days, room for 120 to 150 guests.',
    'One or two days, three or four hours, five people in the team.',
  ])("doesn't mistake other digits for a phone number: %s", async (description) => {
    expect(await rulesIn({ description })).toEqual([]);
  });

  test('returns excerpts as written, per field', async () => {
    const flags = await flagsOf(
      opportunityInput({ title: 'Training fee applies', transport: 'We pick you up at the airport.' }),
    );
    expect(flags).toEqual([
      { rule: 'FEE_ASKED', field: 'title', excerpt: 'Training fee' },
      { rule: 'TRAVEL_BUNDLED', field: 'transport', excerpt: expect.stringContaining('pick you up') as string },
    ]);
  });
});

describe('pay', () => {
  const pay = (amountMinor: number, payUnit: string, more = {}) => ({
    payMin: { amountMinor, currency: 'USD' },
    payMax: { amountMinor, currency: 'USD' },
    payUnit,
    ...more,
  });

  test.each([
    ['an hour', pay(700, 'HOUR'), ['PAY_BELOW_MINIMUM']],
    ['a day', pay(5_000, 'DAY'), ['PAY_BELOW_MINIMUM']],
    ['a part-time week', pay(20_000, 'WEEK', { hoursPerWeek: 10 }), []],
    ['a month', pay(350_000, 'MONTH', { hoursPerWeek: 40 }), []],
    ['a year', pay(1_000_000, 'YEAR', { hoursPerWeek: 40 }), ['PAY_BELOW_MINIMUM']],
    ['too much an hour', pay(9_000, 'HOUR'), ['PAY_TOO_GOOD']],
    ['too much a day', pay(60_000, 'DAY'), ['PAY_TOO_GOOD']],
    ['a one-time payment', pay(500_000, 'ONCE'), []],
  ])('is checked per unit: %s', async (_, parts, rules) => {
    expect(await rulesIn(parts)).toEqual(rules);
  });

  test('is checked against the law of the day', async () => {
    await app.db.query(
      `INSERT INTO opportunities.pay_bound (country, currency, bound, hour_minor, valid_from, source, checked_on)
       VALUES ('US', 'USD', 'least', 3000, '2100-01-01', 'A law of the future', '2026-11-25')`,
    );
    expect(await rulesIn(pay(2_000, 'HOUR'))).toEqual([]);
    await app.db.query(`UPDATE opportunities.pay_bound SET valid_from = '2020-01-01' WHERE hour_minor = 3000`);
    expect(await rulesIn(pay(2_000, 'HOUR'))).toEqual(['PAY_BELOW_MINIMUM']);
    await app.db.query('DELETE FROM opportunities.pay_bound WHERE hour_minor = 3000');
  });
});

test('reads the longest possible text quickly', async () => {
  const description = 'we will not pay or keep the cost of you and your own room '.repeat(170).slice(0, 9_990);
  const cpuBefore = process.cpuUsage();
  await flagsOf(opportunityInput({ description }));
  const { user } = process.cpuUsage(cpuBefore);
  // Two seconds on any machine; runaway patterns take minutes.
  expect(user).toBeLessThan(2_000_000);
});
