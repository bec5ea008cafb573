import type { GrantedRole } from '../grants/role.js';
import { actorFrom } from './session-reader.js';
import type { SecondStepState } from './session.entity.js';

const grants: GrantedRole[] = [
  { role: 'volunteer', chapterId: null },
  { role: 'organizer', chapterId: 'la' },
];
const actorAt = (second_step: SecondStepState) =>
  actorFrom({ session_id: 's', account_id: 'a', email: 'ana@example.org', locale: 'es', second_step, grants }, '::1');

describe('what a session is worth', () => {
  test.each(['needed', 'setup-needed'] as const)('%s: nothing but the way to the second step', (step) => {
    expect(actorAt(step)).toMatchObject({
      accountId: null,
      email: null,
      grants: [],
      halfSignedIn: { step, accountId: 'a' },
    });
  });

  test('without a second step, no role that sees other people', () => {
    expect(actorAt('not-needed')).toMatchObject({ accountId: 'a', grants: [grants[0]], secondStepDone: false });
  });

  test('after the second step, everything granted', () => {
    expect(actorAt('done')).toMatchObject({ accountId: 'a', grants, secondStepDone: true, halfSignedIn: null });
  });
});
