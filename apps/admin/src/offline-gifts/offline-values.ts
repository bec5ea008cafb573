import { parseMoney } from '@upstander/web-kit';
import type { OfflineGiftInput } from './queries';

/** The form as it is typed. */
export const emptyOfflineGift = {
  method: 'CHEQUE',
  campaignId: '',
  amount: '',
  inKindDescription: '',
  name: '',
  email: '',
  receivedOn: '',
  reference: '',
  goodsDescription: '',
  goodsValue: '',
  pledgeId: '',
};

export type OfflineValues = typeof emptyOfflineGift;

/** What must be there: a gift in kind has a description, every other an amount. */
export function requiredOf(method: string): ReadonlyArray<keyof OfflineValues> {
  return ['campaignId', method === 'IN_KIND' ? 'inKindDescription' : 'amount', 'name'];
}

/** The fields that should hold an amount and do not. */
export function notAmounts(values: OfflineValues, currency: string): ReadonlyArray<keyof OfflineValues> {
  const amounts = [
    ...(values.method === 'IN_KIND' ? [] : (['amount'] as const)),
    ...(values.goodsDescription.trim() === '' ? [] : (['goodsValue'] as const)),
  ];
  return amounts.filter((name) => parseMoney(values[name], currency) === null);
}

/** The input of the API; only asked once nothing is missing and every amount is one. */
export function inputOf(values: OfflineValues, currency: string, anonymous: boolean): OfflineGiftInput {
  const text = (name: keyof OfflineValues) => values[name].trim() || undefined;
  const money = (name: 'amount' | 'goodsValue') => ({ amountMinor: parseMoney(values[name], currency) ?? 0, currency });
  const method = values.method as OfflineGiftInput['method'];
  return {
    campaignId: values.campaignId,
    method,
    name: values.name.trim(),
    email: text('email'),
    anonymous,
    receivedOn: values.receivedOn,
    reference: text('reference'),
    pledgeId: text('pledgeId'),
    ...(method === 'IN_KIND' ? { inKindDescription: text('inKindDescription') } : { amount: money('amount') }),
    ...(text('goodsDescription') && { goodsDescription: text('goodsDescription'), goodsValue: money('goodsValue') }),
  };
}
