import { badInput, readInput, refuseFaults } from '@upstander/platform';
import type { Business } from './business.entity.js';
import { UpdateBusinessInput } from './business.input.js';

/** What staff looks at, in the order of the form: an edit of one of these asks for a new vetting. */
export const vettedNames = [
  ...(['legalName', 'registrationNumber', 'street', 'city', 'region', 'postalCode', 'country', 'website'] as const),
  ...(['supervisorName', 'supervisorTitle', 'supervisorPhone'] as const),
];

export type VettedFields = Pick<Business, (typeof vettedNames)[number]>;
export type BusinessWords = VettedFields & Pick<Business, 'offers'>;

/**
 * What a business writes about itself, on top of what stands there; all that is wrong is named at once. Null is as good as
 * left out, because nothing of it may be empty.
 * @throws Refusal BAD_INPUT: `fields` names each with required, too-long, not-text, not-a-name,
 * not-a-registration-number, not-a-postal-code, not-a-country, not-a-web-address, not-a-domain or shared-host.
 */
export function readBusiness(input: object, before?: BusinessWords): BusinessWords {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  const { values, faults } = readInput(UpdateBusinessInput, given, before);
  refuseFaults(faults);
  checkPostalCode(values);
  return values;
}

/** A postal code is checked where its country is known to have one form. @throws Refusal BAD_INPUT. */
function checkPostalCode({ country, postalCode }: VettedFields): void {
  if (country === 'US' && !/^\d{5}(-\d{4})?$/.test(postalCode)) throw badInput({ postalCode: 'not-a-postal-code' });
}

/** The vetted fields that two versions do not agree on. */
export function changedFields(before: VettedFields, after: VettedFields): Array<keyof VettedFields> {
  return vettedNames.filter((field) => before[field] !== after[field]);
}
