import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aCampaign, aPaidGift } from '../support/factories.fundraising.js';
import { anEvent } from '../support/factories.js';
import { anOpportunity } from '../support/opportunities.js';
import { aSession } from '../support/people.js';
import { volunteersOnly } from '../support/volunteers-only.js';

const publicReads = `{
  campaigns(first: 5) { edges { node { slug } } } giftTotals { giftCount } generalFunds { slug }
  opportunities(first: 5) { edges { node { slug } } }
  organization { features } fundraisingMode
}`;

describe('an installation without fundraising and without a sealed zone', () => {
  let app: TestApp;
  let stripe: Server;
  let stripeRequests = 0;
  let campaign: { id: string; slug: string };
  let opportunity: { slug: string };

  beforeAll(async () => {
    stripe = createServer((_, response) => {
      stripeRequests += 1;
      response.writeHead(500).end();
    });
    await new Promise<void>((resolve) => stripe.listen(0, '127.0.0.1', resolve));
    const { port } = stripe.address() as AddressInfo;
    app = await startApp({ config: { ...volunteersOnly, STRIPE_URL: `http://127.0.0.1:${port}` } });
    campaign = await aCampaign(app.db, { title: 'Lanterns for the shelter' });
    opportunity = await anOpportunity(app.db, { title: 'Lantern maker', wantsPublic: true, staffAllowsPublic: true });
    await anEvent(app.db, { title: 'Lantern walk' });
  });
  afterAll(async () => {
    await app.close();
    stripe.close();
  });

  test('names its features, and its public lists are empty', async () => {
    expect((await app.graphql(publicReads)).data).toEqual({
      campaigns: { edges: [] },
      giftTotals: [],
      generalFunds: [],
      opportunities: { edges: [] },
      organization: { features: [] },
      fundraisingMode: 'OFF',
    });
  });

  test('finds neither fundraisers nor opportunities', async () => {
    const { data } = await app.graphql<{ search: { edges: Array<{ node: { kind: string } }> } }>(
      '{ search(text: "lantern", first: 10) { edges { node { kind } } counts { kind } } }',
    );
    expect(data.search).toEqual({ edges: [{ node: { kind: 'EVENT' } }], counts: [{ kind: 'EVENT' }] });
  });

  test('refuses public operations of fundraising, opportunities and the zone', async () => {
    const slug = JSON.stringify(campaign.slug);
    const gift = `campaignSlug: ${slug}, amount: { amountMinor: 5000, currency: "USD" }, name: "Ana", email: "ana@example.org"`;
    const { cookie: admin } = await app.signedIn({ role: 'admin' });
    // Not on the zone's own list, which only an open zone can keep.
    const { cookie: advocate } = await aSession(app.db, { role: 'advocate' }, app.clock.now());
    const refused: Array<[code: string, operation: string, cookie?: string]> = [
      ['FUNDRAISING_OFF', `{ campaign(slug: ${slug}) { id } }`],
      ['FUNDRAISING_OFF', `{ campaignGifts(slug: ${slug}, first: 1) { totalCount } }`],
      ['FUNDRAISING_OFF', `mutation { startDonation(input: { ${gift} }) { token } }`],
      ['FUNDRAISING_OFF', 'mutation { requestGivingLink(input: { email: "ana@example.org" }) { ok } }'],
      ['OPPORTUNITIES_OFF', `{ opportunity(slug: "${opportunity.slug}") { title } }`],
      ['OPPORTUNITIES_OFF', 'mutation { submitOpportunity(input: { id: "1" }) { id } }', admin],
      ['SEALED_ZONE_CLOSED', '{ sealedApplications(first: 1) { totalCount } }', advocate],
    ];
    for (const [code, operation, cookie] of refused) {
      const answer = await app.graphql(operation, {}, cookie === undefined ? {} : { cookie });
      expect([operation, refusal(answer)]).toEqual([operation, code]);
    }
    const embed = await fetch(`${app.url}/campaigns/${campaign.slug}/embed`);
    expect([embed.status, await embed.json()]).toMatchObject([404, { code: 'FUNDRAISING_OFF' }]);
    const headers = { 'content-type': 'application/json' };
    const webhook = await fetch(`${app.url}/webhooks/stripe`, { method: 'POST', headers, body: '{}' });
    expect(webhook.status).toBe(404);
  });

  test('shows staff the features that have records, and lets finance read and refund gifts', async () => {
    const { cookie } = await app.signedIn({ role: 'finance' });
    const inUse = async () =>
      (await app.graphql<{ me: { featuresInUse: string[] } }>('{ me { featuresInUse } }', {}, { cookie })).data.me
        .featuresInUse;
    expect(await inUse()).toEqual(['OPPORTUNITIES']);
    const { id } = await aPaidGift(app.db, { campaignId: campaign.id, method: 'cheque', intendedMinor: 2_000 });
    expect(await inUse()).toEqual(['FUNDRAISING', 'OPPORTUNITIES']);

    const gifts = await app.graphql('{ gifts(first: 5) { edges { node { id } } } }', {}, { cookie });
    expect(gifts.data).toEqual({ gifts: { edges: [{ node: { id } }] } });
    const file = await fetch(`${app.url}/exports/gifts.csv`, { headers: { cookie } });
    expect(file.status).toBe(200);
    const offline = `mutation { recordPledge(input: { campaignId: "${campaign.id}", name: "Ana", email: "ana@example.org",
      amount: { amountMinor: 100, currency: "USD" }, dueOn: "2030-01-01" }) { id } }`;
    expect(refusal(await app.graphql(offline, {}, { cookie }))).toBe('FUNDRAISING_OFF');
  });

  test('runs the jobs of payments and of the zone without Stripe and without the zone', async () => {
    const jobs = ['book-balance-transactions', 'send-refunds', 'expire-gifts', 'stop-recurring-gifts'] as const;
    for (const job of [...jobs, 'purge-sealed', 'check-audit-chain', 'make-action-items'] as const)
      await app.runJob(job);
    expect(stripeRequests).toBe(0);
  });

  test('is healthy, and its status has no checks of features that it lacks', async () => {
    const health = await fetch(`${app.url}/health`);
    expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok', sealed: 'none' }]);
    const { cookie } = await app.signedIn({ role: 'admin' });
    const { data } = await app.graphql<{ systemHealth: { checks: Array<{ name: string }> } }>(
      '{ systemHealth { checks { name } } }',
      {},
      { cookie },
    );
    const names = data.systemHealth.checks.map(({ name }) => name);
    expect(names).toContain('mail-leaves');
    expect(names).not.toContain('sealed-zone-answers');
  });
});
