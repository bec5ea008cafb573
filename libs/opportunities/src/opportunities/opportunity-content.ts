import { positiveAmount, type MoneyInput } from '@upstander/ledger';
import { badInput, fieldsOfInput, readInput, Refusal, refuseFaults, type Faults } from '@upstander/platform';
import type { Opportunity } from './opportunity.entity.js';
import { OpportunityInput } from './opportunity.input.js';

export type OpportunityContent = Pick<Opportunity, (keyof OpportunityInput & keyof Opportunity) | keyof Pay>;

/** Fields in the order of the form. */
export const contentFields = [
  ...new Set([...fieldsOfInput(OpportunityInput), 'payMinMinor', 'payMaxMinor', 'payUnit', 'payCurrency']),
] as Array<keyof OpportunityContent>;

const maxPay = 10n ** 12n;
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * Validates the form. A draft needs only a title.
 * @param startsFrom the earliest start date accepted
 * @throws Refusal BAD_INPUT naming every invalid field
 */
export function contentFrom(
  input: OpportunityInput,
  { asDraft, currencies, startsFrom }: { asDraft: boolean; currencies: readonly string[]; startsFrom: string },
): OpportunityContent {
  const { values, faults } = readInput(OpportunityInput, input);
  const languages = input.languages?.length ? values.languages : [];
  if (!languages.every((code) => languageNames.of(code))) faults['languages'] ??= 'not-a-language';
  if (values.startsOn && values.startsOn < startsFrom) faults['startsOn'] = 'in-the-past';
  const content = { ...values, languages, ...payFrom(input, currencies, faults) };
  const typed = input.payMin || input.payMax ? { ...content, payMinMinor: 'typed' } : content;
  // Faults of the input take precedence over "required".
  refuseFaults({ ...(!asDraft && findMissingFields(typed)), ...faults });
  return content;
}

export function findMissingFields(content: OpportunityContent): Record<string, string> {
  const needed: Array<[field: string, isThere: boolean]> = [
    ['description', content.description !== ''],
    ['supervisorName', content.supervisorName !== ''],
    ['place', content.remote || content.place !== ''],
    // Jobs must state their pay, because promising to settle it later is a common lure.
    ['payMin', content.kind !== 'job' || content.payMinMinor !== null],
  ];
  return Object.fromEntries(needed.filter(([, isThere]) => !isThere).map(([field]) => [field, 'required']));
}

type Pay = Pick<Opportunity, 'payMinMinor' | 'payMaxMinor' | 'payUnit' | 'payCurrency'>;

const unstatedPay: Pay = { payMinMinor: null, payMaxMinor: null, payUnit: null, payCurrency: null };

function payFrom(input: OpportunityInput, currencies: readonly string[], faults: Faults): Pay {
  if (!input.payMin && !input.payMax) return unstatedPay;
  try {
    if (!input.payMin) throw badInput({ payMin: 'required' });
    if (!input.payUnit) throw badInput({ payUnit: 'required' });
    const least = amountFrom('payMin', input.payMin, currencies);
    const greatest = input.payMax ? amountFrom('payMax', input.payMax, [input.payMin.currency]) : least;
    if (greatest < least) throw badInput({ payMax: 'below-minimum' });
    return {
      payMinMinor: String(least),
      payMaxMinor: String(greatest),
      payUnit: input.payUnit,
      payCurrency: input.payMin.currency,
    };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'BAD_INPUT') throw error;
    Object.assign(faults, error.details['fields']);
    return unstatedPay;
  }
}

function amountFrom(field: string, amount: MoneyInput, currencies: readonly string[]): bigint {
  if (!currencies.includes(amount.currency)) throw badInput({ [field]: 'other-currency' });
  const minor = positiveAmount(amount, amount.currency, field);
  if (minor > maxPay) throw badInput({ [field]: 'too-large' });
  return minor;
}
