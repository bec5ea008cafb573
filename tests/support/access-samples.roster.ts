import type { MakeSample, Place } from './access-samples.js';
import { aShift, aSignup, anEvent } from './factories.js';

/** Creates a sign-up and another shift of its event. */
async function signupToMove({ app, chapter }: Place): Promise<{ id: string; toShiftId: string }> {
  const { id: eventId } = await anEvent(app.db, { chapterId: chapter.id });
  const [from, to] = [await aShift(app.db, { eventId }), await aShift(app.db, { eventId })];
  const { id } = await aSignup(app.db, { shiftId: from.id });
  return { id, toShiftId: to.id };
}

export const rosterSamples: Record<string, MakeSample> = {
  moveSignup: async (place) => ({ variables: await signupToMove(place) }),
  'moveSignup (to another event)': async (place) => {
    const homeShift = await aShift(place.app.db, { event: { chapterId: place.home.id } });
    const { id } = await aSignup(place.app.db, { shiftId: homeShift.id });
    return { variables: { id, toShiftId: (await signupToMove(place)).toShiftId } };
  },
  moveSignups: async (place) => {
    const { id, toShiftId } = await signupToMove(place);
    return { variables: { ids: [id], toShiftId } };
  },
  myLedShifts: () => ({}),
};
