import { calendarUid } from './calendar-uid.js';

const id = '0196a0c4-0000-7000-8000-000000000001';

test.each([
  ['without MAIL_DOMAIN, a new record', undefined, false, id],
  ['without MAIL_DOMAIN, a record from before 0.3', undefined, true, `${id}@upstander.invalid`],
  ['with MAIL_DOMAIN, a new record', 'example.org', false, `${id}@example.org`],
  ['with MAIL_DOMAIN, a record from before 0.3', 'example.org', true, `${id}@example.org`],
])('keeps calendar UIDs stable: %s', (_case, MAIL_DOMAIN, isOld, uid) => {
  expect(calendarUid(id, { MAIL_DOMAIN }, isOld)).toBe(uid);
});
