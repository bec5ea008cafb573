import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { SecurityEvents } from '../security-events/security-events.js';
import type { StaffTrail } from '../staff-actions/staff-trail.js';
import type { SessionReader } from '../sessions/session-reader.js';
import { anonymous, type Actor } from './actor.js';
import { Allow, type Allowed } from './allow.js';
import { admit, AllowGuard } from './allow.guard.js';

const nobody = anonymous('192.0.2.1');
const ana: Actor = { ...nobody, accountId: 'a', sessionId: 's' };
const organizer: Actor = { ...ana, grants: [{ role: 'organizer', chapterId: 'la' }] };
const admin: Actor = { ...ana, grants: [{ role: 'admin', chapterId: null }] };
const halfway: Actor = { ...nobody, halfSignedIn: { accountId: 'a', sessionId: 's', step: 'needed' } };

function answer(allowed: Allowed[], actor: Actor): string {
  try {
    admit(new Set(allowed), actor);
    return 'in';
  } catch (refused) {
    return (refused as { code: string }).code;
  }
}

describe('who is let in', () => {
  test.each<[string, Allowed[], Actor, string]>([
    ['anyone may, signed in or not', ['anyone'], nobody, 'in'],
    ['a stranger is asked to sign in', ['signed-in'], nobody, 'NOT_SIGNED_IN'],
    ['a stranger is asked to sign in where a role is needed', ['organizer'], nobody, 'NOT_SIGNED_IN'],
    ['somebody signed in may what everybody signed in may', ['signed-in'], ana, 'in'],
    ['a role is needed where it is named', ['organizer'], ana, 'NOT_ALLOWED'],
    ['a role for one chapter opens the operation', ['organizer'], organizer, 'in'],
    ['another role does not', ['finance'], organizer, 'NOT_ALLOWED'],
    ['several mean any of them', ['finance', 'organizer'], organizer, 'in'],
    ['halfway is not signed in', ['signed-in'], halfway, 'NOT_SIGNED_IN'],
    ['halfway may take the second step', ['second-step'], halfway, 'in'],
    ['somebody signed in may set a second step up', ['second-step'], ana, 'in'],
    ['a stranger has no second step', ['second-step'], nobody, 'NOT_SIGNED_IN'],
  ])('%s', (_, allowed, actor, expected) => {
    expect(answer(allowed, actor)).toBe(expected);
  });
});

describe('the guard', () => {
  class Doors {
    undeclared(): void {}
    organizers(): void {}
    exactlyOrganizers(): void {}
    everybody(): void {}
  }
  const on = (name: keyof Doors) => Object.getOwnPropertyDescriptor(Doors.prototype, name)!;
  Allow('organizer')(Doors.prototype, 'organizers', on('organizers'));
  Allow.only('organizer')(Doors.prototype, 'exactlyOrganizers', on('exactlyOrganizers'));
  Allow('anyone')(Doors.prototype, 'everybody', on('everybody'));

  const record = jest.fn();
  const enter = (name: keyof Doors, actorOf: () => Actor | Promise<Actor>, request: object = {}) => {
    const events = { record } as unknown as SecurityEvents;
    const guard = new AllowGuard(new Reflector(), { actorOf } as unknown as SessionReader, events, {} as StaffTrail);
    return guard.canActivate({
      getHandler: () => Doors.prototype[name],
      getType: () => 'graphql',
      getClass: () => Doors,
      getArgByIndex: () => ({ req: request }),
      getArgs: () => [null, {}, null, { operation: { operation: 'query' } }],
    } as unknown as ExecutionContext);
  };

  test('refuses everybody, an admin too, where nobody is named', () => {
    expect(() => enter('undeclared', () => admin)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });

  test('lets an admin in wherever a role is named, except where only that role is meant', () => {
    expect(enter('organizers', () => admin)).toBe(true);
    expect(() => enter('exactlyOrganizers', () => admin)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });

  test('notes what an account asked for in vain, and nothing of strangers', () => {
    record.mockClear();
    expect(() => enter('organizers', () => nobody)).toThrow();
    expect(record).not.toHaveBeenCalled();
    expect(() => enter('organizers', () => ana)).toThrow();
    expect(record).toHaveBeenCalledWith({ kind: 'operation-refused', accountId: 'a', detail: 'organizers' });
  });

  test('does not wait for anything when there is no session', () => {
    expect(enter('everybody', () => nobody)).toBe(true);
  });

  test('asks once for a request, however many fields it has', async () => {
    const find = jest.fn(async () => organizer);
    const request = {};
    await Promise.all([enter('organizers', find, request), enter('everybody', find, request)]);
    expect(find).toHaveBeenCalledTimes(1);
  });
});
