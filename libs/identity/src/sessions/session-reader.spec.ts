import type { GrantedRole } from '../roles/role.js';
import { actorFrom } from './session-reader.js';
import type { SecondStepState } from './session.entity.js';

const grants: GrantedRole[] = [
  { role: 'volunteer', chapterId: null },
  { role: 'organizer', chapterId: 'la' },
];
const recordIds = ['event'];
const customGrants = [{ role: 'finance' as const, chapterId: null, viewAreas: ['gifts' as const], manageAreas: [] }];
const actorAt = (second_step: SecondStepState) =>
  actorFrom(
    {
      session_id: 's',
      account_id: 'a',
      email: 'ana@example.org',
      locale: 'es',
      second_step,
      grants,
      customGrants,
      recordIds,
    },
    '::1',
  );

describe('rights of a session', () => {
  test.each(['needed', 'setup-needed'] as const)('grants only access to the app-code step in state %s', (step) => {
    expect(actorAt(step)).toMatchObject({
      accountId: null,
      email: null,
      grants: [],
      halfSignedIn: { step, accountId: 'a' },
    });
  });

  test('omits staff roles without two-step sign-in', () => {
    expect(actorAt('not-needed')).toMatchObject({
      accountId: 'a',
      grants: [grants[0]],
      customGrants: [],
      recordIds: [],
      secondStepDone: false,
    });
  });

  test('includes all roles after the app code', () => {
    expect(actorAt('done')).toMatchObject({
      accountId: 'a',
      grants,
      customGrants,
      secondStepDone: true,
      halfSignedIn: null,
    });
  });
});
