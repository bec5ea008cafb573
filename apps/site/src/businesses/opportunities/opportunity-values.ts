import { isCurrency } from '@upstander/money';
import { decimalText, limits, parseMoney, type Catalogue, type Locale } from '@upstander/web-kit';
import { isDay } from '../../forms/day';
import { defineForm, type Rule, type LocalizedText, type FormTexts } from '../../forms/form-of';
import type { OpportunityInput, OwnOpportunity } from './queries';

export const kinds = ['JOB', 'INTERNSHIP', 'SKILLS_TRAINING', 'OTHER'] as const;
export const payUnits = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'ONCE'] as const;

const yesOrNo = ['nightWork', 'remote', 'idNeeded', 'backgroundCheck', 'childcareHours', 'wantsPublic'] as const;
const { hoursPerWeek: _, statusReason: __, ...texts } = limits.Opportunity;
const textFields = Object.keys(texts) as Array<keyof typeof texts>;
const textsWithRules = ['title', 'description', 'place', 'supervisorName'] as const;

type Errors = keyof Catalogue['site']['business']['opportunityForm']['errors'];
const says =
  (name: Errors): LocalizedText =>
  ({ site }) =>
    site.business.opportunityForm.errors[name];
const refusedAsWhole: LocalizedText = ({ refusals }) => refusals.BAD_INPUT;
/** Returns the rule of a text with the model's length limit. */
const text = (name: keyof typeof texts, more: Rule = {}): Rule => ({
  most: texts[name],
  label: ({ site }) => site.business.opportunityForm[name],
  ...more,
});
const answer: Rule = { wrong: refusedAsWhole };
const needed = (name: 'idNeeded' | 'backgroundCheck'): Rule => ({
  missing: says(name),
  wrong: says(name),
  at: `${name}-yes`,
});

const plainTexts = Object.fromEntries(
  textFields.filter((name) => !textsWithRules.some((one) => one === name)).map((name) => [name, text(name)]),
) as Record<Exclude<keyof typeof texts, (typeof textsWithRules)[number]>, Rule>;

/** Rules for the fields of an opportunity. `opportunityErrors` checks which amounts and currencies fit. */
export const opportunityForm = defineForm({
  kind: {
    missing: says('kind'),
    fits: (typed) => kinds.some((kind) => kind === typed),
    wrong: says('kind'),
    at: 'JOB',
  },
  title: text('title', { missing: says('title') }),
  description: text('description', { lines: true }),
  language: answer,
  payMin: { most: 20, wrong: says('payMin'), refused: { 'other-currency': says('payCurrency') } },
  payMax: { most: 20, wrong: says('payMax') },
  payCurrency: { wrong: says('payCurrency') },
  payUnit: { wrong: says('payUnit') },
  hoursPerWeek: { fits: (typed) => /^([1-9]|[1-7]\d|80)$/.test(typed), wrong: says('hoursPerWeek') },
  startsOn: { fits: isDay, wrong: says('startsOn'), refused: { 'in-the-past': says('startsOnPast') } },
  ...plainTexts,
  nightWork: answer,
  remote: answer,
  place: text('place', { wrong: says('place') }),
  supervisorName: text('supervisorName', { wrong: says('supervisorName') }),
  idNeeded: needed('idNeeded'),
  backgroundCheck: needed('backgroundCheck'),
  childcareHours: answer,
  trainingPaid: answer,
  wantsPublic: answer,
});

/** The form as typed. Yes/no questions are 'yes', 'no', or empty if not answered. */
export type OpportunityValues = FormTexts<typeof opportunityForm> & { languages: string[] };
export type OpportunityField = Exclude<keyof OpportunityValues, 'languages'>;

/**
 * Returns the values of a new form.
 * The two most important questions have no default, so that they are answered deliberately.
 */
export function newOpportunity(locale: Locale, supervisorName: string, currency: string): OpportunityValues {
  return {
    ...opportunityForm.read(new FormData()),
    supervisorName,
    payCurrency: currency,
    language: locale === 'es' ? 'ES' : 'EN',
    nightWork: 'no',
    remote: 'no',
    childcareHours: 'no',
    wantsPublic: 'no',
    languages: [locale],
  };
}

export function readOpportunity(form: FormData): OpportunityValues {
  const languages = form.getAll('languages').filter((code) => typeof code === 'string' && /^[a-z]{2}$/.test(code));
  return { ...opportunityForm.read(form), languages: languages as string[] };
}

export function valuesOf(opportunity: OwnOpportunity, currency: string): OpportunityValues {
  const yes = (answer: boolean): string => (answer ? 'yes' : 'no');
  const { pay } = opportunity;
  return {
    ...each(textFields, (name) => opportunity[name]),
    ...each(yesOrNo, (name) => yes(opportunity[name])),
    kind: opportunity.kind,
    language: opportunity.language,
    payMin: pay ? decimalText(pay.min) : '',
    payMax: pay && pay.max.amountMinor !== pay.min.amountMinor ? decimalText(pay.max) : '',
    payCurrency: pay?.min.currency ?? currency,
    payUnit: pay?.unit ?? '',
    hoursPerWeek: opportunity.hoursPerWeek === null ? '' : String(opportunity.hoursPerWeek),
    startsOn: opportunity.startsOn ?? '',
    trainingPaid: opportunity.trainingPaid === null ? '' : yes(opportunity.trainingPaid),
    languages: [...opportunity.languages],
  };
}

function each<Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}

/**
 * Returns the typed amount in minor units, or null without an amount or a currency.
 * The API checks which currencies are accepted.
 */
export function payIn(typed: string, currency: string): number | null {
  return isCurrency(currency) ? parseMoney(typed, currency) : null;
}

/** Returns the input for the API. The values must have no errors. */
export function inputOf(values: OpportunityValues) {
  const currency = values.payCurrency;
  const money = (typed: string) => {
    const amountMinor = typed === '' ? null : payIn(typed, currency);
    return amountMinor === null ? null : { amountMinor, currency };
  };
  const unit = payUnits.find((name) => name === values.payUnit);
  return {
    ...each(textFields, (name) => values[name]),
    ...each(yesOrNo, (name) => values[name] === 'yes'),
    kind: kinds.find((name) => name === values.kind) ?? 'OTHER',
    language: values.language === 'ES' ? 'ES' : 'EN',
    payMin: money(values.payMin),
    payMax: money(values.payMax === '' ? values.payMin : values.payMax),
    payUnit: values.payMin === '' ? null : (unit ?? null),
    hoursPerWeek: values.hoursPerWeek === '' ? null : Number(values.hoursPerWeek),
    startsOn: values.startsOn === '' ? null : values.startsOn,
    trainingPaid: values.trainingPaid === '' ? null : values.trainingPaid === 'yes',
    languages: values.languages,
  } satisfies OpportunityInput;
}
