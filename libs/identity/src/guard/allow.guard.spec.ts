import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Features } from '../features/features.js';
import type { SecurityEvents } from '../security-events/security-events.js';
import type { StaffTrail } from '../staff-actions/staff-trail.js';
import type { SessionReader } from '../sessions/session-reader.js';
import { anonymous, type Actor } from '../access/actor.js';
import { Allow, type AllowedCaller } from '../access/allow.js';
import { admit, AllowGuard } from './allow.guard.js';

const anonymousCaller = anonymous('192.0.2.1');
const ana: Actor = { ...anonymousCaller, accountId: 'a', sessionId: 's' };
const organizer: Actor = { ...ana, grants: [{ role: 'organizer', chapterId: 'la' }] };
const admin: Actor = { ...ana, grants: [{ role: 'admin', chapterId: null }] };
const halfwayActor: Actor = { ...anonymousCaller, halfSignedIn: { accountId: 'a', sessionId: 's', step: 'needed' } };

function outcomeFor(allowed: AllowedCaller[], actor: Actor): string {
  try {
    admit(new Set(allowed), actor);
    return 'in';
  } catch (refusalError) {
    return (refusalError as { code: string }).code;
  }
}

describe('admission', () => {
  test.each<[string, AllowedCaller[], Actor, string]>([
    ['admits anonymous visitors to public operations', ['anyone'], anonymousCaller, 'in'],
    ['asks anonymous visitors to sign in', ['signed-in'], anonymousCaller, 'NOT_SIGNED_IN'],
    ['asks anonymous visitors to sign in before checking a role', ['organizer'], anonymousCaller, 'NOT_SIGNED_IN'],
    ['admits a signed-in user to operations open to signed-in users', ['signed-in'], ana, 'in'],
    ['rejects a signed-in user without the required role', ['organizer'], ana, 'NOT_ALLOWED'],
    ['admits a user who has the role in one chapter', ['organizer'], organizer, 'in'],
    ['rejects a user with a different role', ['finance'], organizer, 'NOT_ALLOWED'],
    ['admits a user with any of several roles', ['finance', 'organizer'], organizer, 'in'],
    ['treats a user who has not entered the app code as not signed in', ['signed-in'], halfwayActor, 'NOT_SIGNED_IN'],
    ['admits a user who has not entered the app code to second-step operations', ['second-step'], halfwayActor, 'in'],
    ['admits a signed-in user to second-step operations', ['second-step'], ana, 'in'],
    ['rejects anonymous visitors from second-step operations', ['second-step'], anonymousCaller, 'NOT_SIGNED_IN'],
  ])('%s', (_, allowed, actor, expected) => {
    expect(outcomeFor(allowed, actor)).toBe(expected);
  });
});

describe('AllowGuard', () => {
  class Doors {
    undeclared(): void {}
    organizers(): void {}
    organizersOnly(): void {}
    anyCaller(): void {}
  }
  const descriptorOf = (name: keyof Doors) => Object.getOwnPropertyDescriptor(Doors.prototype, name)!;
  Allow('organizer')(Doors.prototype, 'organizers', descriptorOf('organizers'));
  Allow.only('organizer')(Doors.prototype, 'organizersOnly', descriptorOf('organizersOnly'));
  Allow('anyone')(Doors.prototype, 'anyCaller', descriptorOf('anyCaller'));

  const record = jest.fn();
  const runGuard = (name: keyof Doors, actorOf: () => Actor | Promise<Actor>, request: object = {}) => {
    const events = { record } as unknown as SecurityEvents;
    const guard = new AllowGuard(
      new Reflector(),
      { actorOf } as unknown as SessionReader,
      events,
      {} as StaffTrail,
      {
        require: () => undefined,
      } as unknown as Features,
    );
    return guard.canActivate({
      getHandler: () => Doors.prototype[name],
      getType: () => 'graphql',
      getClass: () => Doors,
      getArgByIndex: () => ({ req: request }),
      getArgs: () => [null, {}, null, { operation: { operation: 'query' } }],
    } as unknown as ExecutionContext);
  };

  test('rejects everyone, even admins, if the operation declares no roles', () => {
    expect(() => runGuard('undeclared', () => admin)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });

  test('lets admins into role-restricted operations unless declared with Allow.only', () => {
    expect(runGuard('organizers', () => admin)).toBe(true);
    expect(() => runGuard('organizersOnly', () => admin)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });

  test('records refused operations of accounts, but not of anonymous visitors', () => {
    record.mockClear();
    expect(() => runGuard('organizers', () => anonymousCaller)).toThrow();
    expect(record).not.toHaveBeenCalled();
    expect(() => runGuard('organizers', () => ana)).toThrow();
    expect(record).toHaveBeenCalledWith({ kind: 'operation-refused', accountId: 'a', detail: 'organizers' });
  });

  test('answers synchronously without a session', () => {
    expect(runGuard('anyCaller', () => anonymousCaller)).toBe(true);
  });

  test('resolves the actor once per request, regardless of the number of fields', async () => {
    const find = jest.fn(async () => organizer);
    const request = {};
    await Promise.all([runGuard('organizers', find, request), runGuard('anyCaller', find, request)]);
    expect(find).toHaveBeenCalledTimes(1);
  });
});
