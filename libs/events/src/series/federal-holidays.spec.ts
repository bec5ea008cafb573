import { holidayOn } from './federal-holidays.js';

test.each([
  ['2026-11-26', 'thanksgiving'],
  ['2027-01-18', 'king'],
  ['2027-05-31', 'memorial'],
  ['2027-09-06', 'labor'],
  ['2026-07-03', 'independence'],
  ['2026-07-04', 'independence'],
  ['2021-12-31', 'new_year'],
  ['2027-12-24', 'christmas'],
  ['2026-12-26', null],
])('%s is the holiday %s, by its date or the day it is observed', (date, holiday) => {
  expect(holidayOn(date)).toBe(holiday);
});
