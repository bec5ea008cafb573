import { badInput, readValidInput } from '@upstander/platform';
import type { Business } from './business.entity.js';
import { UpdateBusinessInput } from './business.input.js';

/** Fields that staff vet, in the order of the form. Changing one requires new vetting. */
export const vettedFieldNames = [
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

export type VettedFields = Pick<Business, (typeof vettedFieldNames)[number]>;
export type BusinessWords = VettedFields & Pick<Business, 'offers'>;

/**
 * Null counts as omitted, because no field may be empty.
 * @throws Refusal BAD_INPUT with `fields`: required, too-long, not-text, not-a-name, not-a-registration-number,
 * not-a-postal-code, not-a-country, not-a-web-address, not-a-domain, shared-host
 */
export function readBusiness(input: object, before?: BusinessWords): BusinessWords {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  const values = readValidInput(UpdateBusinessInput, given, before);
  checkPostalCode(values);
  return values;
}

/** @throws Refusal BAD_INPUT */
function checkPostalCode({ country, postalCode }: VettedFields): void {
  if (country === 'US' && !/^\d{5}(-\d{4})?$/.test(postalCode)) throw badInput({ postalCode: 'not-a-postal-code' });
}

export function changedFields(before: VettedFields, after: VettedFields): Array<keyof VettedFields> {
  return vettedFieldNames.filter((field) => before[field] !== after[field]);
}
