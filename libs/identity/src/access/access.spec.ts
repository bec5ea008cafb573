import type { Database } from '@upstander/platform';
import { Access } from './access.js';
import { anonymous, type Actor } from './actor.js';

const la = '00000000-0000-4000-8000-00000000001a';
const sf = '00000000-0000-4000-8000-00000000005f';
const chaptersById: Record<string, string> = {
  '00000000-0000-4000-8000-000000000001': la,
  '00000000-0000-4000-8000-000000000002': sf,
};
const [inLa, inSf] = Object.keys(chaptersById) as [string, string];
const unknownId = '00000000-0000-4000-8000-000000000003';

const query = jest.fn(async (_: string, [ids]: [string[]]) =>
  ids.flatMap((id) => (chaptersById[id] ? [{ id, chapter_id: chaptersById[id] }] : [])),
);
const access = new Access({ query } as unknown as Database);
access.define('thing', 'SELECT …');
access.permit('thing:change', ['organizer']);

const actorWith = (...grants: Actor['grants']): Actor => ({ ...anonymous(''), accountId: 'a', grants });
const organizerInLa = actorWith({ role: 'organizer', chapterId: la });

describe('access by chapter', () => {
  test.each<[string, Actor, string[], boolean]>([
    ['allows an organizer in their own chapter', organizerInLa, [inLa], true],
    ['reports a record of another chapter as not found', organizerInLa, [inSf], false],
    ['rejects the whole list if one record belongs to another chapter', organizerInLa, [inLa, inSf], false],
    ['rejects an unknown ID', organizerInLa, [unknownId], false],
    ['rejects a malformed ID', organizerInLa, ["1' OR 1=1"], false],
    [
      'allows an organizer of the whole organization in every chapter',
      actorWith({ role: 'organizer', chapterId: null }),
      [inLa, inSf],
      true,
    ],
    ['allows an admin in every chapter', actorWith({ role: 'admin', chapterId: null }), [inSf], true],
    ['rejects an unknown ID for an admin', actorWith({ role: 'admin', chapterId: null }), [unknownId], false],
    ['rejects a role without the permission', actorWith({ role: 'finance', chapterId: la }), [inLa], false],
    ['rejects a visitor who is not signed in', anonymous(''), [inLa], false],
  ])('%s', async (_, actor, ids, isAllowed) => {
    const check = access.require(actor, 'thing:change', ids);
    await (isAllowed ? check : expect(check).rejects.toMatchObject({ code: 'NOT_FOUND' }));
  });

  test('runs no query for an actor without a matching role', async () => {
    query.mockClear();
    await access.require(anonymous(''), 'thing:change', [inLa]).catch(() => undefined);
    expect(query).not.toHaveBeenCalled();
  });

  test('returns the chapters to filter lists by', () => {
    expect(access.chaptersOf(organizerInLa, 'thing:change')).toEqual([la]);
    expect(access.chaptersOf(actorWith({ role: 'admin', chapterId: null }), 'thing:change')).toBe('all');
    expect(access.chaptersOf(anonymous(''), 'thing:change')).toEqual([]);
  });

  test('throws a plain error, not a Refusal, for an undeclared permission', async () => {
    await expect(access.require(organizerInLa, 'thing:burn', [inLa])).rejects.toThrow('is not declared');
  });
});
