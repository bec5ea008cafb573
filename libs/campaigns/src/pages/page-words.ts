import type { MoneyInput } from '@upstander/ledger';
import { readInput, refuseFaults } from '@upstander/platform';
import { goalFault } from '../campaigns/campaign-details.js';
import type { CampaignPage } from '../campaigns/page.entity.js';
import { EditMyPageInput } from './page.input.js';

export type PageWords = Pick<CampaignPage, 'title' | 'story' | 'goalMinor' | 'giftMails'>;

/**
 * Applies an input to the previous values. Omitted fields keep their value and null clears optional
 * ones.
 * @throws Refusal BAD_INPUT listing every invalid field
 */
export function wordsFrom(
  { goal, ...input }: Partial<Omit<EditMyPageInput, 'token'>> & { goal?: MoneyInput | null },
  before: Partial<PageWords>,
  currency: string,
): PageWords {
  const provided = { ...input, giftMails: input.giftMails ?? before.giftMails ?? true };
  const { values, faults } = readInput(EditMyPageInput, provided, before);
  if (input.title !== undefined && !values.title) faults['title'] = 'required';
  const fault = goal && goalFault(goal, [currency]);
  if (fault) faults['goal'] = fault;
  refuseFaults(faults);
  const previousGoal = before.goalMinor ?? null;
  return { ...values, goalMinor: goal === undefined ? previousGoal : goal && String(goal.amountMinor) };
}
