import { words as declined } from './hand-over-declined.mail.generated.js';
import { words as expired } from './hand-over-expired.mail.generated.js';
import { words as offer } from './hand-over-offer.mail.generated.js';

const which = 'Food drive (Driver), Saturday, December 5, 9:00 AM';

test('names the giver in the offer, or calls them a volunteer', () => {
  expect(offer.en.subject({ giver: 'Ana', which })).toBe(`Ana is offering you a spot: ${which}`);
  expect(offer.en.heading({ giver: null })).toBe('A volunteer is offering you a spot');
  expect(offer.es.heading({ giver: 'Ana' })).toBe('Ana te ofrece su lugar');
  expect(offer.es.subject({ giver: null, which })).toBe(`Una persona voluntaria te ofrece su lugar: ${which}`);
});

test('tells the giver that they keep the spot, with the name of the person they asked if known', () => {
  expect(declined.en.lead({ taker: 'Beto' })).toMatch(/^Beto can’t come, so the spot is still yours\./);
  expect(declined.es.lead({ taker: null })).toMatch(/^La persona a quien preguntaste no puede venir/);
  expect(expired.en.lead({ taker: null })).toMatch(/^The person you asked didn’t answer in time/);
  expect(expired.es.lead({ taker: 'Beto' })).toMatch(/^Beto no respondió a tiempo/);
});
