import { frequencySql } from '@upstander/accounting';
import { anonymous, type Actor } from '@upstander/identity';
import type { MoneyInput } from '@upstander/ledger';
import { logins } from '../accounts.js';
import { campaignId } from '../fundraising/campaigns.js';
import type { CampaignKey } from '../fundraising/campaign-ideas.js';
import { daysBefore } from '../fundraising/days.js';
import { idOf } from '../random.js';
import type { DemoServer } from './demo-server.js';

export interface Step {
  at: Date;
  run: () => Promise<void>;
}

/** In the middle of a day. */
export function step(now: Date, daysAgo: number, run: () => Promise<unknown>): Step {
  return { at: daysBefore(now, daysAgo), run: async () => void (await run()) };
}

export function staff(email: string): Actor {
  const login = logins.find((one) => one.email === email);
  if (!login) throw new Error(`There is no demo account ${email}.`);
  return {
    ...anonymous('127.0.0.1'),
    accountId: idOf('account', email),
    email,
    locale: login.locale,
    grants: [{ role: login.role as Actor['grants'][number]['role'], chapterId: login.chapterId }],
    secondStepDone: true,
  };
}

export const finance = (): Actor => staff('finance@demo.example');
export const admin = (): Actor => staff('admin@demo.example');

export const dollars = (minor: number | bigint): MoneyInput =>
  ({ amountMinor: BigInt(minor), currency: 'USD' }) as MoneyInput;

export interface PaidGift {
  id: string;
  charge: string;
  charged: number;
}

export async function untouchedGift(
  { db, sandbox }: DemoServer,
  campaign: CampaignKey,
  { least = 0, most = 20_000 }: { least?: number; most?: number } = {},
): Promise<PaidGift | null> {
  await sandbox.waitUntilSettled();
  const [gift] = await db.query<PaidGift>(
    `SELECT id, charge_id AS charge, charged_minor::int AS charged FROM fundraising.gift g
     WHERE campaign_id = $1 AND status = 'paid' AND method = 'stripe' AND ${frequencySql} = 'once' AND charge_id IS NOT NULL
       AND charged_minor BETWEEN $2 AND $3
     ORDER BY paid_at DESC, charged_minor, charge_id LIMIT 1`,
    [campaignId(campaign), least, most],
  );
  return gift ?? null;
}
