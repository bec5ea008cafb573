import { Deposits, OfflineGifts, Pledges } from '@upstander/donations';
import { campaignId } from '../fundraising/campaigns.js';
import type { CampaignKey } from '../fundraising/campaign-ideas.js';
import { dateOf, daysBefore } from '../fundraising/days.js';
import type { DemoServer } from './demo-server.js';
import { dollars, finance, step, type Step } from './story.js';

type Method = Parameters<OfflineGifts['record']>[1]['method'];

/** Days ago, campaign, method, amount in cents, donor, and external reference. */
const receivedGifts: ReadonlyArray<[number, CampaignKey, Method, number, string, string?]> = [
  [384, 'harbor', 'cheque', 50_000, 'Pacific Street Bakery', '1044'],
  [371, 'nights', 'cash', 41_250, 'Collected at the spring market'],
  [352, 'harbor', 'bank', 120_000, 'Rotary Club of Chula Vista', 'RC-2210'],
  [330, 'nights', 'cheque', 25_000, 'Ruth Kaplan', '208'],
  [301, 'harbor', 'cash', 18_640, 'Collected after the concert'],
  [279, 'nights', 'bank', 250_000, 'Echo Park Hardware', 'EPH 77'],
  [246, 'harbor', 'cheque', 30_000, 'Olga Petrov', '5512'],
  [221, 'law', 'cheque', 90_000, 'Haddad & Ito, attorneys', '90017'],
  [190, 'nights', 'cash', 23_400, 'Collected at the walk'],
  [163, 'law', 'bank', 45_000, 'Brooklyn Quilters', 'BQ'],
  [138, 'nights', 'cheque', 10_000, 'Walt Robinson', '31'],
  [101, 'backpacks', 'cash', 15_275, 'Colecta en la parroquia'],
  [77, 'nights', 'bank', 62_000, 'Local 721, night crew', 'L721-9'],
  [58, 'backpacks', 'cheque', 7_600, 'Teresa Muñoz', '119'],
  [29, 'nights', 'cash', 8_820, 'Coin jar at the front desk'],
  [12, 'nights', 'cheque', 31_000, 'Grace and George Lee', '402'],
];

export function offlineSteps(server: DemoServer, now: Date): Step[] {
  const gifts = receivedGifts.map(([ago, campaign, method, amount, name, reference]) =>
    step(now, ago, () =>
      server.service(OfflineGifts).record(finance(), {
        campaignId: campaignId(campaign),
        method,
        amount: dollars(amount),
        name,
        anonymous: false,
        receivedOn: dateOf(daysBefore(now, ago)),
        ...(reference && { reference }),
      }),
    ),
  );
  const deposits = [365, 295, 215, 130, 50].map((ago) =>
    step(now, ago, () => deposit(server, dateOf(daysBefore(now, ago)))),
  );
  return [...gifts, ...deposits, step(now, 65, () => recordInKindGift(server, now)), ...pledges(server, now)];
}

async function deposit({ db, service }: DemoServer, depositedOn: string): Promise<void> {
  const [drawer] = await db.query<{ minor: string }>(
    `SELECT coalesce(sum(b.balance_minor), 0)::text AS minor FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
     WHERE a.kind = 'offline-cash' AND a.currency = 'USD'`,
  );
  const amount = BigInt(drawer?.minor ?? 0);
  if (amount > 0n)
    await service(Deposits).record(finance(), {
      amount: dollars(amount),
      depositedOn,
      reference: `Slip ${depositedOn.slice(2).replaceAll('-', '')}`,
    });
}

async function recordInKindGift({ service }: DemoServer, now: Date): Promise<void> {
  await service(OfflineGifts).record(finance(), {
    campaignId: campaignId('nights'),
    method: 'in_kind',
    inKindDescription: 'Forty new blankets and twelve reading lamps',
    name: 'Echo Park Hardware',
    anonymous: false,
    receivedOn: dateOf(daysBefore(now, 65)),
  });
}

function pledges({ service }: DemoServer, now: Date): Step[] {
  const recordPledge = (ago: number, name: string, amount: number, dueAgo: number) =>
    step(now, ago, () =>
      service(Pledges).record(finance(), {
        campaignId: campaignId('nights'),
        name,
        amount: dollars(amount),
        dueOn: dateOf(daysBefore(now, dueAgo)),
        note: 'Promised at the autumn dinner.',
      }),
    );
  return [recordPledge(70, 'Nadia Rossi', 50_000, -20), recordPledge(69, 'Malik Evans', 25_000, 9)];
}
