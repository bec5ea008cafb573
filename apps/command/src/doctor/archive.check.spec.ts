import { judgeArchive } from './archive.check.js';

test.each([
  ['off', { isOn: false, lag: 0, failures: 0 }, 'ok', /goes back to the last backup/],
  ['current', { isOn: true, lag: 61, failures: 2 }, 'ok', /any minute/],
  ['late', { isOn: true, lag: 1200, failures: 7 }, 'wrong', /20 minutes ago, with 7 failures/],
])('an archive that is %s', (_, archive, state, says) => {
  expect(judgeArchive(archive)).toMatchObject({ state, says: expect.stringMatching(says) });
});
