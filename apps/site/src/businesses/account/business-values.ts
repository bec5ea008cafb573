import { limits } from '@upstander/web-kit';
import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../../forms/error-summary';
import { longText, shortText } from '../../forms/typed';

/** What we vet, in the order of the form. */
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

/** The form exactly as typed. */
export type BusinessValues = Record<BusinessField, string>;

export const longest: Record<BusinessField, number> = { ...limits.Business, country: 2, supervisorPhone: 20 };

export const noValues: BusinessValues = {
  legalName: '',
  registrationNumber: '',
  street: '',
  city: '',
  region: '',
  postalCode: '',
  country: '',
  website: '',
  supervisorName: '',
  supervisorTitle: '',
  supervisorPhone: '',
  offers: '',
};

export function readBusiness(form: FormData): BusinessValues {
  const vetted = vettedFields.map((name) => [name, shortText(form, name)] as const);
  return { ...noValues, ...Object.fromEntries(vetted), offers: longText(form, 'offers') };
}

/** What is missing or too long, in the order of the form. Whether a number or a website is right, the API says. */
export function businessErrors(
  values: BusinessValues,
  fields: readonly BusinessField[],
  { site }: Catalogue,
): FormError[] {
  const t = site.business.register;
  return fields.flatMap((field): FormError[] => {
    if (values[field] === '') return [{ field, text: t.errors[field] }];
    return values[field].length > longest[field]
      ? [{ field, text: t.errors.tooLong({ label: t[field], most: longest[field] }) }]
      : [];
  });
}

/** What stands at a field that the API did not accept. */
export function businessTexts({ site }: Catalogue): Record<string, FormError> {
  const { errors, refused } = site.business.register;
  const exact = Object.entries(refused).map(
    ([name, text]) => [name, { field: name.split(':')[0] ?? '', text }] as const,
  );
  const plain = [...vettedFields, 'offers' as const].map((field) => [field, { field, text: errors[field] }] as const);
  return Object.fromEntries([...plain, ...exact]);
}
