import { models } from '@upstander/web-kit';
import { defineForm, formKey, type FieldRule, type ValuesOf } from '../../forms/define-form';

/** Only the API can find these problems. */
const refused = (field: 'legalName' | 'registrationNumber' | 'postalCode' | 'website', problem: string): FieldRule => ({
  refused: { [problem]: ({ site }) => site.business.register.refused[field] },
});

/** The API validates registration numbers and websites. */
const vetted = {
  legalName: refused('legalName', 'not-a-name'),
  registrationNumber: refused('registrationNumber', 'not-a-registration-number'),
  street: {},
  city: {},
  region: {},
  postalCode: refused('postalCode', 'not-a-postal-code'),
  country: {},
  website: refused('website', 'shared-host'),
  supervisorName: {},
  supervisorTitle: {},
  supervisorPhone: {},
} as const;
export type VettedField = keyof typeof vetted;
export const vettedFields = Object.keys(vetted) as VettedField[];

export const businessForm = defineForm(models.RegisterBusinessInput, ({ site }) => site.business.register, {
  ...vetted,
  offers: {},
  key: formKey,
});
export type BusinessValues = ValuesOf<typeof businessForm>;
export type BusinessField = Exclude<keyof BusinessValues, 'key'>;
