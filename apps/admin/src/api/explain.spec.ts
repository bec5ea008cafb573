import { catalogueOf } from '@upstander/web-kit';
import { ApiFault, ApiRefusal } from './answers.js';
import { duration, explain } from './explain.js';

const words = catalogueOf('en');
const { common, refusals } = words.admin;

test('too many tries say how long to wait, in both languages', () => {
  const refusal = new ApiRefusal('TOO_MANY_TRIES', { retryAfterSeconds: 541 });
  expect(explain(words, 'en', refusal)).toBe(common.waitFor('10 minutes'));
  expect(explain(catalogueOf('es'), 'es', refusal)).toContain('10 minutos');
  expect(duration('en', 0.2)).toBe('1 second');
});

test('an organizer reads words of her own; a volunteer’s will do where there are none', () => {
  expect(explain(words, 'en', new ApiRefusal('LAST_ADMIN'))).toBe(refusals.LAST_ADMIN);
  expect(explain(words, 'en', new ApiRefusal('SIGNUP_EXPIRED'))).toBe(words.refusals.SIGNUP_EXPIRED);
  expect(explain(words, 'en', new ApiRefusal('toString'))).toBe(words.refusals.unknown);
});

test('a fault gives the number that support asks for, and the network is named when it is the network', () => {
  expect(explain(words, 'en', new ApiFault('server', 'f-17'))).toBe(common.serverFault('f-17'));
  expect(explain(words, 'en', new ApiFault('network'))).toBe(common.networkFault);
  expect(explain(words, 'en', new TypeError('x'))).toBe(common.serverFaultNoId);
});
