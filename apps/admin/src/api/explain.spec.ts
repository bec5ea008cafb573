import { ApiFault, ApiRefusal } from '@upstander/api-client';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { duration, explain, explainBeside } from './explain.js';

const words = adminCatalogOf('en');
const { common, refusals } = words.admin;

test('says in both languages how long to wait after too many attempts', () => {
  const refusal = new ApiRefusal('TOO_MANY_TRIES', { retryAfterSeconds: 541 });
  expect(explain(words, 'en', refusal)).toBe(common.waitFor({ time: '10 minutes' }));
  expect(explain(adminCatalogOf('es'), 'es', refusal)).toContain('10 minutos');
  expect(duration('en', 0.2)).toBe('1 second');
});

test('shows organizers their own text for a refusal, else the one for volunteers', () => {
  expect(explain(words, 'en', new ApiRefusal('LAST_ADMIN'))).toBe(refusals.LAST_ADMIN);
  expect(explain(words, 'en', new ApiRefusal('SIGNUP_EXPIRED'))).toBe(words.refusals.SIGNUP_EXPIRED);
  expect(explain(words, 'en', new ApiRefusal('toString'))).toBe(words.refusals.unknown);
});

test('shows the support ID of a server error and reports network errors as such', () => {
  expect(explain(words, 'en', new ApiFault('server', 'f-17'))).toBe(common.serverFault({ id: 'f-17' }));
  expect(explain(words, 'en', new ApiFault('network'))).toBe(common.networkFault);
  expect(explain(words, 'en', new ApiFault('database', 'f-18'))).toBe(common.databaseFault);
  expect(explain(words, 'en', new TypeError('x'))).toBe(common.serverFaultNoId);
});

test('names refused fields that are not on the form below it', () => {
  const refusal = new ApiRefusal('BAD_INPUT', {
    fields: { 'input.name': 'too-long', at: 'in-the-past', odd: 'toString' },
  });
  const beside = (...shown: string[]) => explainBeside(new Set(shown), words, 'en', refusal);
  const general = words.refusals.BAD_INPUT;
  const { 'in-the-past': past, other } = words.admin.fieldReasons;
  expect(beside('name')).toBe(`${general} at: ${past} odd: ${other}`);
  expect(beside('name', 'at', 'odd')).toBeNull();
});

test('shows other errors below the form, and nothing without an error', () => {
  const beside = (error: unknown) => explainBeside(new Set(['name']), words, 'en', error);
  expect(beside(null)).toBeNull();
  expect(beside(new ApiRefusal('BAD_INPUT'))).toBe(words.refusals.BAD_INPUT);
  expect(beside(new ApiRefusal('LAST_ADMIN', { fields: { name: 'required' } }))).toBe(refusals.LAST_ADMIN);
  expect(beside(new ApiFault('network'))).toBe(common.networkFault);
});
