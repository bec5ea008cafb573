import { isCurrency } from '@upstander/money';
import { decimalText, models, parseMoney, type Locale } from '@upstander/web-kit';
import { defineForm, type FieldRule, type ValuesOf } from '../../forms/define-form';
import type { OpportunityInput, OwnOpportunity } from './queries';

/** In the order of the page. */
export const kinds = ['JOB', 'INTERNSHIP', 'SKILLS_TRAINING', 'OTHER'] as const;
export const payUnits = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'ONCE'] as const;

const amount = { max: 20 } as const satisfies FieldRule;
const question = { kind: 'yesNo' } as const satisfies FieldRule;
const neededAnswer = { kind: 'yesNo', required: true } as const satisfies FieldRule;

/** Fields of an opportunity. `opportunityErrors` checks which amounts and currencies fit. */
export const opportunityForm = defineForm(models.OpportunityInput, ({ site }) => site.business.opportunityForm, {
  kind: {},
  title: {},
  description: {},
  language: {},
  payMin: {
    ...amount,
    refused: { 'other-currency': ({ site }) => site.business.opportunityForm.errors.payCurrency },
  },
  payMax: amount,
  payCurrency: {},
  payUnit: {},
  hoursPerWeek: {},
  startsOn: { refused: { 'in-the-past': ({ site }) => site.business.opportunityForm.errors.startsOnPast } },
  schedule: {},
  nightWork: question,
  remote: question,
  place: {},
  transport: {},
  supervisorName: {},
  idNeeded: neededAnswer,
  backgroundCheck: neededAnswer,
  acceptableRecords: {},
  equipment: {},
  childcareHours: question,
  trainingPaid: question,
  languages: {},
  wantsPublic: question,
});
export type OpportunityValues = ValuesOf<typeof opportunityForm>;

/** The two most important questions have no default, so that they are answered deliberately. */
export function newOpportunity(locale: Locale, supervisorName: string, currency: string): OpportunityValues {
  return {
    ...opportunityForm.blank,
    supervisorName,
    payCurrency: currency,
    language: locale === 'es' ? 'ES' : 'EN',
    nightWork: false,
    remote: false,
    childcareHours: false,
    wantsPublic: false,
    languages: [locale],
  };
}

export function valuesOf(opportunity: OwnOpportunity, currency: string): OpportunityValues {
  const { pay } = opportunity;
  return {
    ...opportunityForm.valuesOf(opportunity),
    payMin: pay ? decimalText(pay.min) : '',
    payMax: pay && pay.max.amountMinor !== pay.min.amountMinor ? decimalText(pay.max) : '',
    payCurrency: pay?.min.currency ?? currency,
    payUnit: pay?.unit ?? '',
  };
}

/** Returns null without an amount or a currency. The API checks which currencies are accepted. */
export function payIn(typed: string, currency: string): number | null {
  return isCurrency(currency) ? parseMoney(typed, currency) : null;
}

/** The values must have no errors. */
export function inputOf(values: OpportunityValues) {
  const currency = values.payCurrency;
  const money = (typed: string) => {
    const amountMinor = typed === '' ? null : payIn(typed, currency);
    return amountMinor === null ? null : { amountMinor, currency };
  };
  const input = opportunityForm.input(values);
  return {
    ...input,
    payMin: money(values.payMin),
    payMax: money(values.payMax === '' ? values.payMin : values.payMax),
    payUnit: values.payMin === '' ? null : input.payUnit,
  } satisfies OpportunityInput;
}
