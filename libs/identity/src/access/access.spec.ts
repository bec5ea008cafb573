import type { Database } from '@upstander/platform';
import { Access } from './access.js';
import { anonymous, type Actor } from './actor.js';

const la = '00000000-0000-4000-8000-00000000001a';
const sf = '00000000-0000-4000-8000-00000000005f';
const things: Record<string, string> = {
  '00000000-0000-4000-8000-000000000001': la,
  '00000000-0000-4000-8000-000000000002': sf,
};
const [inLa, inSf] = Object.keys(things) as [string, string];
const nowhere = '00000000-0000-4000-8000-000000000003';

const query = jest.fn(async (_: string, [ids]: [string[]]) =>
  ids.flatMap((id) => (things[id] ? [{ id, chapter_id: things[id] }] : [])),
);
const access = new Access({ query } as unknown as Database);
access.define('thing', 'SELECT …');
access.permit('thing:change', ['organizer']);

const having = (...grants: Actor['grants']): Actor => ({ ...anonymous(''), accountId: 'a', grants });
const organizerInLa = having({ role: 'organizer', chapterId: la });

describe('"is it yours?"', () => {
  test.each<[string, Actor, string[], boolean]>([
    ['an organizer may in their own chapter', organizerInLa, [inLa], true],
    ['another chapter reads like nothing there', organizerInLa, [inSf], false],
    ['one thing of another chapter spoils the lot', organizerInLa, [inLa, inSf], false],
    ['what is not there is not there', organizerInLa, [nowhere], false],
    ['what is not even an id is not there', organizerInLa, ["1' OR 1=1"], false],
    [
      'an organizer of the organisation may everywhere',
      having({ role: 'organizer', chapterId: null }),
      [inLa, inSf],
      true,
    ],
    ['an admin may everywhere', having({ role: 'admin', chapterId: null }), [inSf], true],
    ['even an admin finds nothing where nothing is', having({ role: 'admin', chapterId: null }), [nowhere], false],
    ['another role may nowhere', having({ role: 'finance', chapterId: la }), [inLa], false],
    ['a stranger may nowhere', anonymous(''), [inLa], false],
  ])('%s', async (_, actor, ids, yours) => {
    const asked = access.require(actor, 'thing:change', ids);
    await (yours ? asked : expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' }));
  });

  test('whoever may nowhere costs no statement', async () => {
    query.mockClear();
    await access.require(anonymous(''), 'thing:change', [inLa]).catch(() => undefined);
    expect(query).not.toHaveBeenCalled();
  });

  test('lists are told which chapters to look in', () => {
    expect(access.chaptersOf(organizerInLa, 'thing:change')).toEqual([la]);
    expect(access.chaptersOf(having({ role: 'admin', chapterId: null }), 'thing:change')).toBe('all');
    expect(access.chaptersOf(anonymous(''), 'thing:change')).toEqual([]);
  });

  test('a permission nobody declared is a mistake in the program, not a refusal', async () => {
    await expect(access.require(organizerInLa, 'thing:burn', [inLa])).rejects.toThrow('Nobody is permitted');
  });
});
