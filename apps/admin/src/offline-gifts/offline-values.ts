import { parseMoney, type ShellCatalogue } from '@upstander/web-kit';
import type { OfflineGiftInput } from './queries';

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

/** Validates the form. A gift in kind needs a description, other gifts a valid amount. */
export function problemsOf(
  values: OfflineValues,
  amountProblem: (text: string) => string | undefined,
  t: ShellCatalogue['admin'],
): { [Name in keyof OfflineValues]?: string | undefined } {
  const inKind = values.method === 'IN_KIND';
  return {
    inKindDescription: inKind && values.inKindDescription.trim() === '' ? t.fieldReasons.required : undefined,
    amount: inKind ? undefined : amountProblem(values.amount),
    goodsValue: values.goodsDescription.trim() === '' ? undefined : amountProblem(values.goodsValue),
  };
}

/** Converts the form to the API's input. Call it only after validation. */
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
