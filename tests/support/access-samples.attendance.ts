import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aShift, aSignup } from './factories.js';

/** Somebody with a place on a shift of this morning; over, so that no list of what is ahead is filled by it. */
async function signupToday({ app, chapter }: Place): Promise<{ id: string; shiftId: string; eventId: string }> {
  const startsAt = new Date(Date.now() - 6 * 3_600_000);
  const shift = await aShift(app.db, { event: { chapterId: chapter.id, startsAt } });
  const { id } = await aSignup(app.db, { shiftId: shift.id });
  return { id, shiftId: shift.id, eventId: shift.eventId };
}

const mark: MakeSample = async (place) => ({ variables: { signupId: (await signupToday(place)).id } });

export const attendanceSamples: Record<string, MakeSample> = {
  attendance: async (place) => ({ variables: { eventId: (await signupToday(place)).eventId } }),
  // What is somebody else's is answered as not found, mark by mark.
  recordAttendance: async (place) => ({
    variables: { marks: [{ id: randomUUID(), signupId: (await signupToday(place)).id, kind: 'CHECK_IN' }] },
    select: '{ code }',
    sees: (answer) => (answer as Array<{ code: string }>)[0]?.code === 'RECORDED',
  }),
  checkIn: mark,
  checkOut: mark,
  markNoShow: mark,
  undoCheckIn: async (place) => {
    const { id } = await signupToday(place);
    await place.app.db.query(
      `INSERT INTO events.attendance_mark (id, signup_id, kind, at, heard_at) VALUES (gen_random_uuid(), $1, 'check_in', now(), now())`,
      [id],
    );
    return { variables: { signupId: id } };
  },
  addWalkIn: async (place) => {
    const { shiftId } = await signupToday(place);
    const input = { id: randomUUID(), shiftId, name: 'Ivo', email: `${randomUUID()}@example.org` };
    return { variables: { input } };
  },
};
