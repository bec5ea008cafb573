/** City, region and ZIP code at the end of a US address: `Los Angeles, CA 90014`. */
const cityLine = /^(?:(.*),\s*)?([^,]+),\s*([A-Z]{2})(?:\s+(\d{5})(?:-\d{4})?)?$/;

/** Unrecognized parts stay in `streetAddress`. `city` is the fallback if the text names none. */
export function postalAddress(text: string, { city, country }: { city?: string; country?: string } = {}) {
  const [, street, locality, region, postcode] = cityLine.exec(text.trim()) ?? [];
  return {
    '@type': 'PostalAddress',
    streetAddress: locality === undefined ? text.trim() : withoutName(street),
    addressLocality: locality ?? city,
    addressRegion: region,
    postalCode: postcode,
    addressCountry: country ?? (region === undefined ? undefined : 'US'),
  };
}

/** Finds "Harbor House" in `Harbor House, 410 W 7th Street, …`. */
export function placeName(text: string): string | undefined {
  const [name = '', next] = text.split(',', 2).map((part) => part.trim());
  return next !== undefined && !/\d/.test(name) && /^\d/.test(next) ? name : undefined;
}

function withoutName(street: string | undefined): string | undefined {
  const name = street === undefined ? undefined : placeName(street);
  return name === undefined ? street : street?.slice(name.length).replace(/^,\s*/, '');
}
