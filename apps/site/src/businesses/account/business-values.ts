import { limits } from '@upstander/web-kit';
import { defineForm, type Rule, type LocalizedText, type FormTexts } from '../../forms/form-of';

export const vettedFields = [
  'legalName',
  'registrationNumber',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
  'website',
  'supervisorName',
  'supervisorTitle',
  'supervisorPhone',
] as const;
export type VettedField = (typeof vettedFields)[number];
export type BusinessField = VettedField | 'offers';

/** The API validates registration numbers and websites. */
const ruleOf = (field: BusinessField): Rule => {
  const needed: LocalizedText = ({ site }) => site.business.register.errors[field];
  return {
    most: most[field],
    label: ({ site }) => site.business.register[field],
    missing: needed,
    wrong: needed,
    ...(field === 'offers' && { lines: true }),
    ...(field in refusals && { refused: refusals[field as keyof typeof refusals] }),
  };
};
const most: Record<BusinessField, number> = { ...limits.Business, country: 2, supervisorPhone: 20 };
const refusals = {
  legalName: { 'not-a-name': ({ site }) => site.business.register.refused.legalName },
  registrationNumber: { 'not-a-registration-number': ({ site }) => site.business.register.refused.registrationNumber },
  postalCode: { 'not-a-postal-code': ({ site }) => site.business.register.refused.postalCode },
  website: { 'shared-host': ({ site }) => site.business.register.refused.website },
} satisfies Partial<Record<BusinessField, Record<string, LocalizedText>>>;

export const businessForm = defineForm(
  Object.fromEntries([...vettedFields, 'offers' as const].map((name) => [name, ruleOf(name)])) as Record<
    BusinessField,
    Rule
  >,
);
export type BusinessValues = FormTexts<typeof businessForm>;
