import type { TestApp } from './app.js';

export interface Staff {
  cookie: string;
  accountId: string;
}

export function aTreasurer(app: TestApp, chapterId: string | null = null, name = 'Fay Finance'): Promise<Staff> {
  return app.signedIn({ role: 'finance', chapterId, name });
}

export interface RefundAnswer {
  refund: { id: string; status: string; amount: { amountMinor: number } };
  gift: { id: string; status: string };
}

const payload = '{ refund { id status amount { amountMinor } } gift { id status } }';

const operations = {
  refundGift: `mutation ($input: RefundGiftInput!) { refundGift(input: $input) ${payload} }`,
  approveRefund: `mutation ($input: ApproveRefundInput!) { approveRefund(input: $input) ${payload} }`,
  declineRefund: `mutation ($input: DeclineRefundInput!) { declineRefund(input: $input) ${payload} }`,
} as const;

/** Calls a refund operation. Returns the payload or the refusal's code. */
export async function refunding(
  app: TestApp,
  caller: { cookie: string },
  operation: keyof typeof operations,
  input: Record<string, unknown>,
): Promise<RefundAnswer | string> {
  const answer = await app.graphql<Record<string, RefundAnswer>>(operations[operation], { input }, caller);
  return answer.errors?.[0]?.extensions.code ?? answer.data[operation]!;
}

export function refund(
  app: TestApp,
  caller: { cookie: string },
  giftId: string,
  amountMinor?: number,
  extra: Record<string, unknown> = {},
): Promise<RefundAnswer | string> {
  const amount = amountMinor === undefined ? {} : { amount: { amountMinor, currency: 'USD' } };
  return refunding(app, caller, 'refundGift', { giftId, reason: 'REQUESTED_BY_DONOR', ...amount, ...extra });
}
