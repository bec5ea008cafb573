import { drawing, drawingNames } from './drawing';
import { drawingOfEvent, drawingOfFundraiser } from './kinds';

test.each([
  ['Care kit packing', false, 'event-packing'],
  ['Clothing sorting afternoon', false, 'event-packing'],
  ['Tarde de mochilas: armamos kits de cuidado', false, 'event-packing'],
  ['Letter-writing evening: ask your school district', true, 'event-writing'],
  ['Noche de traducción: inglés y español', false, 'event-writing'],
  ['Information table at the farmers’ market', false, 'event-outreach'],
  ['Pocket card walk', false, 'event-outreach'],
  ['5K walk for safe homes', false, 'event-walk'],
  ['Court companion training', false, 'event-training'],
  ['Taller para promotoras y promotores', false, 'event-training'],
  ['New volunteer orientation', true, 'event-online'],
  ['Evening with neighbors', false, 'event-gathering'],
])('shows "%s" (online: %s) as %s', (title, online, name) => {
  expect(drawingOfEvent({ title, online })).toBe(name);
});

test.each([
  ['Two thousand safe nights', 'fundraiser-home'],
  ['Beds for Harbor House', 'fundraiser-home'],
  ['Mochilas para la primera noche', 'fundraiser-goods'],
  ['Warm coats, new starts', 'fundraiser-goods'],
  ['An hour with a lawyer', 'fundraiser-law'],
  ['Run for a fresh start', 'fundraiser-start'],
])('shows "%s" as %s', (title, name) => {
  expect(drawingOfFundraiser({ title })).toBe(name);
});

test.each(drawingNames)('draws %s in at most 6 KB, without a file of its own for dark mode', (name) => {
  const svg = drawing(name);
  expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(6144);
  expect(svg).toContain('@media(prefers-color-scheme:dark)');
  expect(svg).not.toMatch(/NaN|undefined/);
});
