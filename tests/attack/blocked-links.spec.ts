import type { Puzzle } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type GraphqlAnswer, type TestApp } from '../support/app.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { aTalk } from '../support/schools.js';
import { aMessageForm, messageWords } from '../support/site-messages.js';
import { ask, aVisitor, codeByMail, solvePuzzle, withPassword, type Visitor } from '../support/visitors.js';

/** Strangers who request emails for an address that isn't theirs. They must not keep its owner from getting one. */
let app: TestApp;
let campaignSlug: string;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
  campaignSlug = (await aCampaign(app.db)).slug;
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

type Send = (visitor: Visitor, email: string, solution?: string) => Promise<GraphqlAnswer<unknown>>;

const operation = (name: string, input: string, more: (email: string) => object): Send => {
  const query = `mutation ($input: ${input}!) { ${name}(input: $input) { ok } }`;
  return (visitor, email, solution) => visitor.ask(query, { input: { email, solution, ...more(email) } });
};
const goal = { amountMinor: 100_000, currency: 'USD' };

const emails: Record<string, Send> = {
  'a link to personal data': operation('requestMyData', 'RequestMyDataInput', () => ({})),
  'a link to past gifts': operation('requestGivingLink', 'RequestGivingLinkInput', () => ({})),
  'a fundraiser': operation('startFundraiser', 'StartFundraiserInput', () => ({
    title: 'Thirty candles',
    story: 'For my birthday.',
    goal,
    name: 'Kim Soto',
  })),
  'a supporter’s page': operation('startPage', 'StartPageInput', () => ({
    campaignSlug,
    kind: 'PERSONAL',
    title: 'Kim runs',
    name: 'Kim Soto',
  })),
  'a letter to a school': operation('startSchoolAsk', 'StartSchoolAskInput', () => ({
    school: 'Lincoln Middle School',
    city: 'Los Angeles',
    asker: 'PARENT',
    letterSender: 'US',
    name: 'Dana',
    letterEn: 'Dear principal',
    letterEs: 'Estimada dirección',
  })),
  'a message to the organization': operation('sendSiteMessage', 'SendSiteMessageInput', () => ({
    ...messageWords,
    form: aMessageForm(app),
    body: randomUUID(),
  })),
  'a school talk': operation('requestSchoolTalk', 'RequestSchoolTalkInput', (email) =>
    aTalk(app, { email, message: randomUUID() }),
  ),
  'the link to a gift': (visitor, email, solution) =>
    visitor.ask(
      'mutation ($input: StartDonationInput!, $solution: String) { mailGiftLink(input: $input, solution: $solution) { ok } }',
      {
        solution,
        input: {
          campaignSlug,
          name: 'Ana',
          email,
          amount: { amountMinor: 5000, currency: 'USD' },
          frequency: 'ONCE',
          coverFee: false,
          anonymous: false,
        },
      },
    ),
};

const puzzleIn = (answer: GraphqlAnswer<unknown>) => answer.errors![0]!.extensions.details!['puzzle'] as Puzzle;

async function signedInBefore(email: string): Promise<Visitor> {
  const known = aVisitor(app);
  await known.ask(ask.requestCode, { email });
  await known.ask(ask.signInWithCode, { email, code: await codeByMail(app, email) });
  expect((await known.ask<{ me: unknown }>(ask.me)).data.me).not.toBeNull();
  await known.ask(ask.signOut);
  return known;
}

describe.each(Object.entries(emails))('%s', (_, send) => {
  test('still reaches the owner after strangers requested it repeatedly from one network', async () => {
    const { email } = await withPassword(app);
    const stranger = aVisitor(app);
    for (let n = 0; n < 5; n += 1) expect(refusal(await send(stranger, email))).toBeNull();
    expect(refusal(await send(stranger, email))).toBe('SOLUTION_NEEDED');
    expect(refusal(await send(aVisitor(app), email))).toBeNull();
  });

  test('needs a puzzle on a new device but not on a known one, after requests from many networks', async () => {
    const { email } = await withPassword(app);
    const knownBrowser = await signedInBefore(email);
    for (let n = 0; n < 15; n += 1) await send(aVisitor(app), email);
    expect(refusal(await send(knownBrowser, email))).toBeNull();
    const fresh = aVisitor(app);
    const refused = await send(fresh, email);
    expect(refusal(refused)).toBe('SOLUTION_NEEDED');
    const solution = solvePuzzle(puzzleIn(refused));
    expect(refusal(await send(fresh, email, solution))).toBeNull();
    expect(refusal(await send(fresh, email, solution))).toBe('SOLUTION_NEEDED');
  });
});

test('a puzzle solved for one kind of email is not accepted for another', async () => {
  const { email } = await withPassword(app);
  const [data, gifts] = [emails['a link to personal data']!, emails['a link to past gifts']!];
  for (let n = 0; n < 15; n += 1) await data(aVisitor(app), email);
  const solution = solvePuzzle(puzzleIn(await data(aVisitor(app), email)));
  expect(refusal(await gifts(aVisitor(app), email, solution))).toBe('SOLUTION_NEEDED');
});
