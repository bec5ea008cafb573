/** A service as HSDS 3 JSON, as sent by another directory. */
export const aPartner = (parts: Record<string, unknown> = {}) => ({
  id: 'ac148810-d857-441c-9679-408f346de14b',
  name: 'Community counselling',
  status: 'active',
  description: 'Somebody to talk to.',
  organization: { id: 'o-1', name: 'Harbor Health', description: 'A clinic.' },
  minimum_age: '18',
  eligibility_description: 'Adults',
  fees_description: 'Free',
  assured_date: '2026-05-01',
  phones: [{ id: 'p', number: '(213) 555-0142' }],
  schedules: [{ id: 's', byday: 'MO,TU', opens_at: '09:00', closes_at: '17:00' }],
  languages: [
    { id: 'l', code: 'ES' },
    { id: 'm', code: 'en' },
  ],
  service_at_locations: [
    {
      id: 'sal-1',
      location: {
        id: 'loc-1',
        location_type: 'physical',
        addresses: [
          {
            id: 'a',
            address_1: '1 Main St',
            address_2: 'Room 2',
            city: 'Fresno',
            state_province: 'CA',
            postal_code: '93701-1234',
            country: 'US',
            address_type: 'physical',
          },
        ],
      },
    },
  ],
  ...parts,
});
