import { placeName, postalAddress } from './postal-address';

const parts = (text: string, volunteer = {}) => JSON.parse(JSON.stringify(postalAddress(text, volunteer))) as object;

test('splits a US address into its parts', () => {
  expect(parts('Harbor House, 410 W 7th Street, Los Angeles, CA 90014')).toEqual({
    '@type': 'PostalAddress',
    streetAddress: '410 W 7th Street',
    addressLocality: 'Los Angeles',
    addressRegion: 'CA',
    postalCode: '90014',
    addressCountry: 'US',
  });
  expect(parts('Oakland, CA', { country: 'US' })).toEqual({
    '@type': 'PostalAddress',
    addressLocality: 'Oakland',
    addressRegion: 'CA',
    addressCountry: 'US',
  });
});

test('keeps an address it cannot split', () => {
  expect(parts('Plaza Mayor 3, junto a la fuente', { city: 'Fresno' })).toEqual({
    '@type': 'PostalAddress',
    streetAddress: 'Plaza Mayor 3, junto a la fuente',
    addressLocality: 'Fresno',
  });
});

test.each([
  ['Harbor House, 410 W 7th Street, Los Angeles', 'Harbor House'],
  ['410 W 7th Street, Los Angeles', undefined],
  ['Main Street, Los Angeles', undefined],
  ['Online', undefined],
])('finds the name of a place in %s', (text, name) => {
  expect(placeName(text)).toBe(name);
});
