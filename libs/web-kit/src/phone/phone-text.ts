import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone number as people read it, with its country: `+16465550109` is `+1 646 555 0109`. What is no number stays as it is.
 */
export function phoneText(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
