import type { BrowserContext, Page } from 'playwright-core';
import { anIntroduction } from '../../support/advocacy.js';
import type { TestApp } from '../../support/app.js';
import { aBusiness, aMember, type BusinessState } from '../../support/businesses.js';
import { header, type MailSink } from '../../support/mail-sink.js';
import { anOpportunity, type OpportunityStatus } from '../../support/opportunities.js';

export async function mailedCode(app: TestApp, sink: MailSink, email: string): Promise<string> {
  await app.runJob('make-sign-in-mails');
  await app.runJob('deliver-due-mail');
  const subjects = sink.received.filter(({ to }) => to === email).map(({ source }) => header(source, 'Subject'));
  const code = subjects.map((subject) => /^\d{8}/.exec(subject)?.[0]).findLast((found) => found !== undefined);
  if (code === undefined) throw new Error(`No code was mailed to ${email}.`);
  return code;
}

/** Starts from the current sign-in page or the link to it. */
export async function signInOnSite(page: Page, app: TestApp, sink: MailSink, email: string): Promise<void> {
  if (!/\/sign-in(?:\?|$)/.test(page.url())) await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code', { exact: true }).fill(await mailedCode(app, sink, email));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Takes the `cookie` returned by `app.signedIn`. */
export async function addSessionCookie(
  context: BrowserContext,
  app: TestApp,
  cookie: string | undefined,
): Promise<void> {
  await context.clearCookies({ name: 'session' });
  if (cookie === undefined) return;
  await context.addCookies([{ name: 'session', value: cookie.slice('session='.length), url: app.url }]);
}

export interface Place {
  path: string;
  cookie?: string;
}

const states: readonly BusinessState[] = [
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'refused',
  'lapsed',
  'suspended',
];
const opportunityStates: readonly OpportunityStatus[] = [
  'draft',
  'in_review',
  'changes_requested',
  'published',
  'expiring',
  'expired',
  'filled',
  'withdrawn',
  'refused',
];

/** Covers every status of a business and an opportunity, with and without content. */
export async function businessPlaces(app: TestApp): Promise<Record<string, Place>> {
  const { accountId, cookie } = await app.signedIn({ name: 'Olga Owner' });
  const places: Record<string, Place> = {};
  const ids: Partial<Record<BusinessState, string>> = {};
  for (const status of states) {
    const { id } = await aBusiness(app.db, {
      status,
      ownerId: accountId,
      statusReason: 'The register has another name.',
    });
    ids[status] = id;
    places[`business, ${status}`] = { path: `/business/${id}`, cookie };
  }
  const approved = `/business/${ids.approved}`;
  const editor = await aMember(app.db, { businessId: ids.approved ?? '' });
  await aMember(app.db, { businessId: ids.approved ?? '', name: 'Fred Frozen', frozen: true });
  for (const status of opportunityStates) {
    const { id } = await anOpportunity(app.db, { businessId: ids.approved, status, title: `Baker, ${status}` });
    await app.db.query(
      `INSERT INTO opportunities.red_flag (opportunity_id, rule, field, excerpt, found_at)
       VALUES ($1, 'FEE_ASKED', 'description', 'a fee of $200', $2)`,
      [id, app.clock.now()],
    );
    places[`opportunity, ${status}`] = { path: `${approved}/opportunities/${id}`, cookie };
    if (status === 'published') {
      places['change an opportunity'] = { path: `${approved}/opportunities/${id}/edit`, cookie };
      places['take an opportunity back?'] = { path: `${approved}/opportunities/${id}?ask=withdraw`, cookie };
    }
  }
  const { member, introductionId, desk } = await anIntroduction(app);
  await desk.writeToBusiness({ introductionId, body: 'When could they come by?' });
  const inbox = `/business/${member.businessId}/introductions`;
  return {
    ...places,
    'why a business would': { path: '/business' },
    'sign in': { path: '/sign-in' },
    'enter the code': { path: '/sign-in/code' },
    'is this your domain?': { path: '/business/domain/anything' },
    'an old link of a business': { path: '/business/opportunity/nothing' },
    'my sign-ups': { path: '/account', cookie },
    'my profile': { path: '/account/profile', cookie },
    'my businesses': { path: '/business/home', cookie },
    register: { path: '/business/register', cookie },
    'change what we know': { path: `${approved}/edit`, cookie },
    people: { path: `${approved}/people`, cookie },
    'remove somebody?': { path: `${approved}/people?remove=${editor.accountId}`, cookie },
    opportunities: { path: `${approved}/opportunities`, cookie },
    'no opportunities': { path: `/business/${ids.submitted}/opportunities`, cookie },
    'write an opportunity': { path: `${approved}/opportunities/new`, cookie },
    'no introductions': { path: `${approved}/introductions`, cookie },
    introductions: { path: inbox, cookie: member.cookie },
    introduction: { path: `${inbox}/${introductionId}`, cookie: member.cookie },
    'an introduction that is gone': { path: `${inbox}/00000000-0000-4000-8000-000000000000`, cookie: member.cookie },
  };
}
