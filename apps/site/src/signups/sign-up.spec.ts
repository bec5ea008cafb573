import { catalogOf } from '@upstander/web-kit';
import { readReceipt, writeReceipt, writeReceipts } from './receipt';
import { readSignUp, shiftsOf, signUpErrors, signUpForm } from './sign-up-values';

const words = catalogOf('en');
const shift = '0190f7b0-0000-7000-8000-000000000001';

function errorsOf(fields: Record<string, string>): string[] {
  const form = new FormData();
  for (const [name, value] of Object.entries({ shift, name: 'Ana', email: 'ana@example.org', ...fields })) {
    form.set(name, value);
  }
  return signUpErrors(signUpForm.read(form), [shift], words).map(({ field, text }) => `${field}: ${text}`);
}

test('accepts a name, an email and a shift', () => {
  expect(errorsOf({})).toEqual([]);
  expect(errorsOf({ phone: '(213) 555-0142' })).toEqual([]);
});

test('reports missing fields in page order', () => {
  const t = words.site.errors;
  expect(errorsOf({ shift: '', name: ' ', email: '' })).toEqual([
    `shift: ${t.shiftMissing}`,
    `name: ${t.nameMissing}`,
    `email: ${t.emailMissing}`,
  ]);
  expect(errorsOf({ shift: 'another', email: 'ana@', phone: 'soon' })).toEqual([
    `shift: ${t.shiftGone}`,
    `email: ${t.emailWrong}`,
    `phone: ${t.phoneWrong}`,
  ]);
});

test('reads each chosen shift once', () => {
  const form = new FormData();
  for (const one of ['a', 'b', 'a', '']) form.append('shift', one);
  form.append('name', 'Ana');
  const read = readSignUp(form);
  expect([read.shift, read.name, shiftsOf(read)]).toEqual(['a b', 'Ana', ['a', 'b']]);
});

test('reads a receipt back from the address, and an invalid one as the default', () => {
  const id = '0190f7b0-0000-7000-8000-000000000002';
  const nonsense = {
    status: 'CONFIRMED',
    isKnown: false,
    position: null,
    guests: 0,
    shiftId: null,
    refusal: null,
    signupId: null,
  };
  expect(readReceipt(writeReceipt({ id, status: 'WAITLISTED', position: 3, guests: 0 }, shift))).toEqual({
    status: 'WAITLISTED',
    isKnown: false,
    position: 3,
    guests: 0,
    shiftId: shift,
    refusal: null,
    signupId: id,
  });
  expect(readReceipt(writeReceipt({ id, status: 'CONFIRMED', position: null, guests: 2 }, shift, true))).toEqual({
    status: 'CONFIRMED',
    isKnown: true,
    position: null,
    guests: 2,
    shiftId: shift,
    refusal: null,
    signupId: id,
  });
  const refused = { shiftId: shift, signup: null, refusal: { code: 'TOO_YOUNG' } };
  expect(writeReceipts([refused], false)).toBe(`r=xTOO_YOUNG.${shift}`);
  expect(readReceipt(`xTOO_YOUNG.${shift}`)).toEqual({
    ...nonsense,
    status: 'REFUSED',
    shiftId: shift,
    refusal: 'TOO_YOUNG',
  });
  expect(readReceipt('<script>')).toEqual(nonsense);
  expect(readReceipt(null)).toEqual(nonsense);
});
