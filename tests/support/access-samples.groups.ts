import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aShift, aSignup } from './factories.js';

async function groupIn({ app, chapter }: Place, startsAt?: Date): Promise<{ id: string; shiftId: string }> {
  const shift = await aShift(app.db, { capacity: 20, event: { chapterId: chapter.id, ...(startsAt && { startsAt }) } });
  const { id } = await aSignup(app.db, { shiftId: shift.id });
  await app.db.query(`UPDATE events.signup SET group_name = 'Class 8b', guests = 3 WHERE id = $1`, [id]);
  await app.db.query('UPDATE events.shift SET taken = taken + 3 WHERE id = $1', [shift.id]);
  return { id, shiftId: shift.id };
}

const newGroup = (shiftId: string) => ({
  shiftId,
  name: 'Elena Ortiz',
  email: `${randomUUID()}@example.org`,
  groupName: 'Class 8b',
  people: 3,
});

export const groupSamples: Record<string, MakeSample> = {
  signUpGroup: async (place) => {
    const shift = await aShift(place.app.db, { event: { chapterId: place.chapter.id } });
    await place.app.db.query('UPDATE events.event SET max_group_size = 10 WHERE id = $1', [shift.eventId]);
    return { variables: { input: newGroup(shift.id) } };
  },
  changeGroup: async (place) => {
    const token = place.app.nest.get(SignedIds).sign('signup', (await groupIn(place)).id, 0);
    return { variables: { input: { token, people: 3 } } };
  },
  addGroup: async (place) => ({ variables: newGroup((await groupIn(place)).shiftId) }),
  updateGroup: async (place) => ({ variables: { signupId: (await groupIn(place)).id, people: 3 } }),
  markAbsentGuests: async (place) => {
    const { id } = await groupIn(place, new Date(Date.now() - 3_600_000));
    await place.app.db.query(`UPDATE events.signup SET status = 'checked_in', checked_in_at = now() WHERE id = $1`, [
      id,
    ]);
    return { variables: { signupId: id, absentGuests: [1] } };
  },
};
