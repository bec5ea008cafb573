import { intlTag, type Locale } from '@upstander/web-kit';

/** Our country, its neighbors and the most common countries of remote work. The chosen country is added if missing. */
const codes = [
  'US',
  'CA',
  'MX',
  'GT',
  'SV',
  'HN',
  'NI',
  'CR',
  'PA',
  'DO',
  'CO',
  'BR',
  'GB',
  'IE',
  'ES',
  'DE',
  'IN',
  'PH',
];

export function countriesFor(locale: Locale, selectedCountry: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(intlTag(locale), { type: 'region' });
  const countryCodes =
    /^[A-Z]{2}$/.test(selectedCountry) && !codes.includes(selectedCountry) ? [...codes, selectedCountry] : codes;
  return countryCodes.map((code) => ({ code, name: names.of(code) ?? code }));
}
