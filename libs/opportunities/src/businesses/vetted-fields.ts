import { badInput, typedLine, typedText } from '@upstander/platform';
import { isSupportedCountry } from 'libphonenumber-js';
import { websiteFrom } from './website.js';

/** What staff looks at: an edit of one of these asks for a new vetting. */
export interface VettedFields {
  legalName: string;
  registrationNumber: string;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
  website: string;
  supervisorName: string;
  supervisorTitle: string;
  supervisorPhone: string;
}

/** The columns of the vetted fields, in the order of the form. */
export const vettedColumns = {
  legalName: 'legal_name',
  registrationNumber: 'registration_number',
  street: 'street',
  city: 'city',
  region: 'region',
  postalCode: 'postal_code',
  country: 'country',
  website: 'website',
  supervisorName: 'supervisor_name',
  supervisorTitle: 'supervisor_title',
  supervisorPhone: 'supervisor_phone',
} as const satisfies Record<keyof VettedFields, string>;

export const vettedNames = Object.keys(vettedColumns) as Array<keyof VettedFields>;

type Reader = (text: string) => string;
const line =
  (field: string, most: number): Reader =>
  (text) =>
    typedLine(field, text, most);

const readers: Readonly<Record<keyof VettedFields, Reader>> = {
  legalName: (text) => {
    const name = typedLine('legalName', text, 200);
    // It stands in mails to people who did not ask for them: no address that could be followed there.
    if (/:\/\/|www\.|@/i.test(name)) throw badInput({ legalName: 'not-a-name' });
    return name;
  },
  registrationNumber: (text) => {
    const number = typedLine('registrationNumber', text, 40);
    if (!/^[A-Za-z0-9][A-Za-z0-9 ./-]*$/.test(number) || number.replace(/[^A-Za-z0-9]/g, '').length < 3) {
      throw badInput({ registrationNumber: 'not-a-registration-number' });
    }
    return number;
  },
  street: line('street', 200),
  city: line('city', 100),
  region: line('region', 100),
  postalCode: line('postalCode', 20),
  country: (text) => {
    const country = typedLine('country', text, 60).toUpperCase();
    if (!isSupportedCountry(country)) throw badInput({ country: 'not-a-country' });
    return country;
  },
  website: (text) => websiteFrom(text).website,
  supervisorName: line('supervisorName', 120),
  supervisorTitle: line('supervisorTitle', 120),
  supervisorPhone: line('supervisorPhone', 20),
};

/**
 * What is given of the vetted fields, as it is kept; all that is wrong is named at once. Null is as good as left out.
 * @throws Refusal BAD_INPUT: `fields` names each with required, too-long, not-text, not-a-name,
 * not-a-registration-number, not-a-postal-code, not-a-country, not-a-web-address, not-a-domain or shared-host.
 */
export function readVetted(input: Partial<Record<keyof VettedFields, string | null>>): Partial<VettedFields> {
  const wrong: Record<string, string> = {};
  const read: Partial<VettedFields> = {};
  for (const field of vettedNames) {
    const text = input[field];
    if (text === null || text === undefined) continue;
    try {
      refuseHidden(field, text);
      read[field] = readers[field](text);
    } catch (error) {
      Object.assign(wrong, fieldsOf(error));
    }
  }
  if (Object.keys(wrong).length > 0) throw badInput(wrong);
  return read;
}

/** A postal code is checked where its country is known to have one form. @throws Refusal BAD_INPUT. */
export function checkPostalCode({ country, postalCode }: Pick<VettedFields, 'country' | 'postalCode'>): void {
  if (country === 'US' && !/^\d{5}(-\d{4})?$/.test(postalCode)) throw badInput({ postalCode: 'not-a-postal-code' });
}

/** What a business writes about what it offers. @throws Refusal BAD_INPUT. */
export function readOffers(text: string): string {
  refuseHidden('offers', text);
  return typedText('offers', text, 2_000);
}

// Nobody sees these: they turn what follows around, or make two names look like one. (The joiners of Persian stay.)
const hidden =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u{e0000}|[\u{e0001}-\u{e007f}]/u;

function refuseHidden(field: string, text: string): void {
  if (hidden.test(text)) throw badInput({ [field]: 'not-text' });
}

/** The fields that two versions do not agree on. */
export function changedFields(before: VettedFields, after: VettedFields): Array<keyof VettedFields> {
  return vettedNames.filter((field) => before[field] !== after[field]);
}

function fieldsOf(error: unknown): object {
  const { details } = error as { details?: { fields?: object } };
  if (!details?.fields) throw error;
  return details.fields;
}
