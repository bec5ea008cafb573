import { hasSignupMenu, showsContact } from './signup-rules.js';

const shift = { startsAt: '2026-12-05T17:00:00Z', endsAt: '2026-12-05T20:00:00Z' };
const during = new Date('2026-12-05T18:00:00Z');
const signup = (status: string, addressConfirmed = true) => ({ id: 'a', name: 'Ana', status, addressConfirmed });

test.each(['CONFIRMED', 'CHECKED_IN', 'COMPLETED'])('shows the emergency contact of someone %s', (status) => {
  expect(showsContact(signup(status), shift, during)).toBe(true);
});

test.each(['OFFERED', 'WAITLISTED', 'NO_SHOW', 'CANCELLED'])('hides the emergency contact of someone %s', (status) => {
  expect(showsContact(signup(status), shift, during)).toBe(false);
});

test('shows the emergency contact from a day before the shift to a day after it, for confirmed addresses only', () => {
  expect(showsContact(signup('CHECKED_IN'), shift, new Date('2026-12-04T16:59:00Z'))).toBe(false);
  expect(showsContact(signup('CHECKED_IN'), shift, new Date('2026-12-04T17:01:00Z'))).toBe(true);
  expect(showsContact(signup('CHECKED_IN'), shift, new Date('2026-12-06T19:59:00Z'))).toBe(true);
  expect(showsContact(signup('CHECKED_IN'), shift, new Date('2026-12-06T20:01:00Z'))).toBe(false);
  expect(showsContact(signup('CHECKED_IN', false), shift, during)).toBe(false);
});

test('offers a message unless the sign-up was canceled or has expired', () => {
  expect(['CHECKED_IN', 'COMPLETED', 'NO_SHOW', 'WAITLISTED'].every((status) => hasSignupMenu({ status }))).toBe(true);
  expect(['CANCELLED', 'EXPIRED'].some((status) => hasSignupMenu({ status }))).toBe(false);
});
