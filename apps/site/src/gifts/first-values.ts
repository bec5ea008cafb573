import { ApiRefusal } from '@upstander/api-client';
import { decimalText } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import { presetAmounts } from '../money/amounts';
import type { SiteContext } from '../request/site-context';
import { blankGift as blank, giveForm, type GiveValues } from './give-values';
import { draftKeyOf } from './draft-cookie';
import { GiftDraft, MailedGift, MyGift, type GiveData, type MailedGiftData, type MyGiftData } from './queries';

export interface FirstValues {
  values: GiveValues;
  note: 'cancelled' | 'link' | 'link-gone' | null;
}

/** An emailed link restores all fields, a canceled payment and a button restore the amount. */
export async function initialGiftValues(
  context: SiteContext,
  request: Request,
  campaign: GiveData,
): Promise<FirstValues> {
  const key = crypto.randomUUID();
  const query = new URL(request.url).searchParams;
  const link = tokenOf(context, query, 'link');
  if (link !== null) {
    const mailed = await mailedBy(context, link);
    if (mailed?.campaignSlug !== campaign.slug) return { values: { ...blank, key }, note: 'link-gone' };
    return { values: { ...valuesOfMailed(mailed, campaign), link, key }, note: 'link' };
  }
  const page = (query.get('page') ?? '').slice(0, 100);
  const token = tokenOf(context, query, 'gift');
  const gift = token === null ? null : await giftBy(context, token);
  if (gift && token !== null) {
    const cover = BigInt(gift.cover.amountMinor) > 0n;
    const amount = amountFields(gift.intended, campaign);
    const typed = await draftBy(context, token, draftKeyOf(request));
    const values = {
      ...blank,
      ...amount,
      ...typed,
      frequency: gift.frequency,
      cover,
      display: gift.display,
      page,
      key,
    };
    return { values, note: 'cancelled' };
  }
  const requestedAmount = /^\d{1,8}$/.exec(query.get('amount') ?? '')?.[0];
  const amount =
    requestedAmount === undefined
      ? {}
      : amountFields({ amountMinor: requestedAmount, currency: campaign.currency }, campaign);
  const frequency = query.get('monthly') === '1' ? 'MONTHLY' : 'ONCE';
  return { values: { ...blank, ...amount, frequency, page, key }, note: null };
}

/** Empty if this browser no longer has the token. */
function tokenOf(context: SiteContext, query: URLSearchParams, name: 'link' | 'gift'): string | null {
  const linkName = query.get(name);
  return linkName === null ? null : (context.linkToken(linkName) ?? '');
}

function valuesOfMailed(mailed: MailedGiftData, campaign: GiveData): GiveValues {
  return { ...giveForm.valuesOf(mailed), ...amountFields(mailed.amount, campaign) };
}

function amountFields(money: { amountMinor: number | string; currency: string }, campaign: GiveData) {
  const isButton = presetAmounts(campaign).some((preset) => BigInt(preset.amountMinor) === BigInt(money.amountMinor));
  return isButton
    ? { amount: String(money.amountMinor), other: '' }
    : { amount: 'other', other: decimalText({ ...money, currency: campaign.currency }).replace(/\.00$/, '') };
}

async function mailedBy(context: SiteContext, token: string): Promise<MailedGiftData | null> {
  return (await queryApi(context, MailedGift, { token }).catch(nullIfRefused))?.mailedGift ?? null;
}

async function giftBy(context: SiteContext, token: string): Promise<MyGiftData | null> {
  return (await queryApi(context, MyGift, { token }).catch(nullIfRefused))?.myGift ?? null;
}

/** Other browsers get nothing. */
async function draftBy(context: SiteContext, token: string, key: string | null): Promise<Partial<GiveValues>> {
  if (key === null) return {};
  const draft = (await queryApi(context, GiftDraft, { token, key }).catch(nullIfRefused))?.giftDraft;
  if (!draft) return {};
  const { name, email, message, employerMatchNote: employer, updatesWanted: updates } = draft;
  return { name, email, message, employer, updates };
}

/** An expired or truncated link restores nothing, but the form works. */
function nullIfRefused(error: unknown): null {
  if (error instanceof ApiRefusal) return null;
  throw error;
}
