import { addressLines } from './address-lines.js';

const sanDiego = { street: '410 W 7th Street', city: 'San Diego', region: 'CA', postalCode: '92103', country: 'US' };
const madrid = { street: 'Calle Mayor 1', city: 'Madrid', region: 'Madrid', postalCode: '28013', country: 'ES' };

test('writes city, state and ZIP code of a US address in American order', () => {
  expect(addressLines('en-US', sanDiego)).toEqual(['410 W 7th Street', 'San Diego, CA 92103', 'United States']);
  expect(addressLines('es-US', sanDiego)[1]).toBe('San Diego, CA 92103');
});

test('puts the postal code before the city where that is the custom', () => {
  expect(addressLines('es-US', madrid)).toEqual(['Calle Mayor 1', '28013 Madrid', 'Madrid, España']);
});

test('omits unknown parts', () => {
  expect(addressLines('en-US', { ...sanDiego, street: '', region: '', postalCode: '' })).toEqual([
    'San Diego',
    'United States',
  ]);
});
