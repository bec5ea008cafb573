import { amountFault, type MoneyInput } from '@upstander/ledger';
import { maxGoalMinor } from '@upstander/money';
import { dayIn, isUuid, readInput, refuseFaults } from '@upstander/platform';
import type { Campaign } from './campaign.entity.js';
import { UpdateCampaignInput } from './campaign.input.js';
import { amountsFault } from './suggested-amounts.js';

type DetailsInput = Omit<UpdateCampaignInput, 'id' | 'version'>;
type Fields = Pick<Campaign, Exclude<keyof DetailsInput & keyof Campaign, 'goal'>>;

/** Dates are in the campaign's time zone. */
export type CampaignDetails = Fields & Pick<Campaign, 'goalMinor' | 'currency'>;

const optionalFields = ['beneficiaryId', 'language', 'timeZone', 'organizerEmail'] as const;

/**
 * Applies an input to the previous details. Omitted fields keep their value and null clears optional
 * ones. New start and end dates can't be in the past.
 * @throws Refusal BAD_INPUT listing every invalid field
 */
export function detailsFrom(
  input: Partial<DetailsInput>,
  before: Partial<CampaignDetails>,
  { currencies, now }: { currencies: readonly string[]; now: Date },
): CampaignDetails {
  const provided = { ...input };
  for (const field of optionalFields) if (!provided[field]) delete provided[field];
  const { values, faults } = readInput(UpdateCampaignInput, provided, before);
  if (provided.beneficiaryId && !isUuid(provided.beneficiaryId)) faults['beneficiaryId'] = 'not-there';
  const { startsOn, endsOn } = values;
  const today = dayIn(values.timeZone, now);
  for (const day of ['startsOn', 'endsOn'] as const) {
    if (values[day] && values[day] !== before[day] && values[day] < today) faults[day] ??= 'in-the-past';
  }
  if (startsOn && endsOn && endsOn < startsOn) faults['endsOn'] ??= 'before-start';
  const fault = provided.goal && goalFault(provided.goal, currencies);
  if (fault) faults['goal'] = fault;
  const { goalMinor = '0', currency = '' } = before;
  const goal = provided.goal ? { goalMinor: String(provided.goal.amountMinor), currency: provided.goal.currency } : {};
  const details = { ...values, goalMinor, currency, ...goal };
  const amountsProblem = amountsFault(values.suggestedAmounts, details.currency);
  if (amountsProblem) faults['suggestedAmounts'] ??= amountsProblem;
  refuseFaults(faults);
  return details;
}

export function goalFault(goal: MoneyInput, currencies: readonly string[]): string | null {
  if (!currencies.includes(goal.currency)) return 'other-currency';
  return amountFault(goal, goal.currency) ?? (goal.amountMinor > maxGoalMinor ? 'too-large' : null);
}
