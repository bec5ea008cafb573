import { amountFault, type MoneyInput } from '@upstander/ledger';
import { mostGoalMinor } from '@upstander/money';
import { dayIn, isUuid, readInput, refuseFaults } from '@upstander/platform';
import type { Campaign } from './campaign.entity.js';
import { UpdateCampaignInput } from './campaign.input.js';
import { amountsFault } from './suggested-amounts.js';

type Written = Omit<UpdateCampaignInput, 'id' | 'version'>;
type Fields = Pick<Campaign, Exclude<keyof Written & keyof Campaign, 'goal'>>;

/** Dates are in the campaign's time zone. */
export type CampaignDetails = Fields & Pick<Campaign, 'goalMinor' | 'currency'>;

const staysWithoutOne = ['beneficiaryId', 'language', 'timeZone', 'organizerEmail'] as const;

/**
 * Applies an input to the previous details. Omitted fields keep their value and null clears optional
 * ones. New start and end dates can't be in the past.
 * @throws Refusal BAD_INPUT listing every invalid field
 */
export function detailsFrom(
  input: Partial<Written>,
  before: Partial<CampaignDetails>,
  { currencies, now }: { currencies: readonly string[]; now: Date },
): CampaignDetails {
  const said = { ...input };
  for (const field of staysWithoutOne) if (!said[field]) delete said[field];
  const { values, faults } = readInput(UpdateCampaignInput, said, before);
  if (said.beneficiaryId && !isUuid(said.beneficiaryId)) faults['beneficiaryId'] = 'not-there';
  const { startsOn, endsOn } = values;
  const today = dayIn(values.timeZone, now);
  for (const day of ['startsOn', 'endsOn'] as const) {
    if (values[day] && values[day] !== before[day] && values[day] < today) faults[day] ??= 'in-the-past';
  }
  if (startsOn && endsOn && endsOn < startsOn) faults['endsOn'] ??= 'before-start';
  const fault = said.goal && goalFault(said.goal, currencies);
  if (fault) faults['goal'] = fault;
  const { goalMinor = '0', currency = '' } = before;
  const goal = said.goal ? { goalMinor: String(said.goal.amountMinor), currency: said.goal.currency } : {};
  const written = { ...values, goalMinor, currency, ...goal };
  const unfit = amountsFault(values.suggestedAmounts, written.currency);
  if (unfit) faults['suggestedAmounts'] ??= unfit;
  refuseFaults(faults);
  return written;
}

/** Returns why this goal is invalid, or null. */
export function goalFault(goal: MoneyInput, currencies: readonly string[]): string | null {
  if (!currencies.includes(goal.currency)) return 'other-currency';
  return amountFault(goal, goal.currency) ?? (goal.amountMinor > mostGoalMinor ? 'too-large' : null);
}
