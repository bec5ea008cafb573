import { serviceData } from './structured-data';

type Service = Parameters<typeof serviceData>[0];

const service = {
  name: 'Harbor night shelter',
  organizationName: 'Harbor House',
  description: 'A bed for the night.',
  descriptionEs: 'Una cama para la noche.',
  languages: ['en', 'es'],
  servedAreaNames: ['Los Angeles County, CA'],
  phone: '+13105550123',
  email: null,
  url: 'https://harbor.example/',
  address: '410 W 7th Street',
  city: 'Los Angeles',
  region: 'CA',
  postcode: '90014',
  isAddressConfidential: false,
} as Service;
const from = { url: 'https://us.example/help/services/harbor', spanish: false };

test('names the provider, how to reach it and where it is', () => {
  expect(serviceData(service, from)).toMatchObject({
    '@type': 'Service',
    name: 'Harbor night shelter',
    provider: { name: 'Harbor House', url: 'https://harbor.example/' },
    areaServed: ['Los Angeles County, CA'],
    availableChannel: {
      servicePhone: { telephone: '+13105550123' },
      serviceLocation: { address: { streetAddress: '410 W 7th Street', postalCode: '90014' } },
    },
  });
});

test('gives no street, city or ZIP code of a confidential address, even if the API sent them', () => {
  const json = JSON.stringify(serviceData({ ...service, isAddressConfidential: true }, from));
  for (const place of ['410', '7th', '90014', '"Los Angeles"', 'serviceLocation', 'PostalAddress']) {
    expect(json).not.toContain(place);
  }
  expect(json).toContain('Los Angeles County, CA');
});

test('omits unknown values', () => {
  const bare = { ...service, phone: null, url: null, address: '', servedAreaNames: [], description: '' };
  expect(JSON.parse(JSON.stringify(serviceData(bare, from)))).toEqual({
    '@type': 'Service',
    name: 'Harbor night shelter',
    url: from.url,
    provider: { '@type': 'Organization', name: 'Harbor House' },
    availableChannel: { '@type': 'ServiceChannel', availableLanguage: ['en', 'es'] },
  });
});

test('describes it in the language of the page, or in English', () => {
  expect(serviceData(service, { ...from, spanish: true }).description).toBe('Una cama para la noche.');
  expect(serviceData({ ...service, descriptionEs: '' }, { ...from, spanish: true }).description).toBe(
    'A bed for the night.',
  );
});
