export interface PostalAddress {
  street: string;
  city: string;
  region: string;
  postalCode: string;
  /** ISO 3166-1. */
  country: string;
}

/** Countries that write the postal code after the city and region, as the United States does. */
const cityFirst = new Set(['AS', 'AU', 'CA', 'GU', 'MP', 'NZ', 'PR', 'US', 'VI']);

/** Follows the order of the country. Its name comes last, in the reader's language. */
export function addressLines(locale: string, address: PostalAddress): string[] {
  const { street, city, region, postalCode, country } = address;
  const name = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country) ?? country;
  const join = (separator: string, ...parts: string[]) => parts.filter(Boolean).join(separator);
  const lines = cityFirst.has(country)
    ? [street, join(', ', city, join(' ', region, postalCode)), name]
    : [street, join(' ', postalCode, city), join(', ', region, name)];
  return lines.filter(Boolean);
}
