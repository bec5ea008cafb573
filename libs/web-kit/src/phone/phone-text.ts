import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Formats `+16465550109` as `+1 646 555 0109`. Other text is unchanged. */
export function phoneText(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
