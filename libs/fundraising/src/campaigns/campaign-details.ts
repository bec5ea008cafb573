import { amountFault, type MoneyInput } from '@upstander/ledger';
import { mostGoalMinor } from '@upstander/money';
import { dayIn, isUuid, readInput, refuseFaults } from '@upstander/platform';
import type { Campaign } from './campaign.entity.js';
import { UpdateCampaignInput } from './campaign.input.js';
import { amountsFault } from './suggested-amounts.js';

type Written = Omit<UpdateCampaignInput, 'id' | 'version'>;
type Fields = Pick<Campaign, Exclude<keyof Written & keyof Campaign, 'goal'>>;

/** What somebody says about a campaign, tidied. Days are those of its own calendar. */
export type CampaignDetails = Fields & Pick<Campaign, 'goalMinor' | 'currency'>;

const staysWithoutOne = ['beneficiaryId', 'language', 'timeZone', 'organizerEmail'] as const;

/**
 * Reads an input on top of what stood there before: what is left out stays, and null empties what may be empty. It neither
 * begins nor ends on a day that is over, unless it did before.
 * @throws Refusal BAD_INPUT naming all the fields.
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

/** Why this cannot be what somebody hopes to raise, or null. */
export function goalFault(goal: MoneyInput, currencies: readonly string[]): string | null {
  if (!currencies.includes(goal.currency)) return 'other-currency';
  return amountFault(goal, goal.currency) ?? (goal.amountMinor > mostGoalMinor ? 'too-large' : null);
}
