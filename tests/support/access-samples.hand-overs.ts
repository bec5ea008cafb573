import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aShift, aSignup } from './factories.js';

async function offeredPlace({ app, chapter }: Place): Promise<{ id: string; token: string; giverId: string }> {
  const shift = await aShift(app.db, { event: { chapterId: chapter.id } });
  const { id: signup } = await aSignup(app.db, { shiftId: shift.id });
  const [offer] = await app.db.query<{ id: string }>(
    `INSERT INTO events.hand_over (signup_id, shift_id, name, email, created_at, expires_at)
     VALUES ($1, $2, 'Beto', $3, now(), now() + interval '1 day') RETURNING id`,
    [signup, shift.id, `${randomUUID()}@example.org`],
  );
  const sign = (purpose: string, id: string) => app.nest.get(SignedIds).sign(purpose, id);
  return { id: offer!.id, token: sign('hand-over', offer!.id), giverId: sign('signup', signup) };
}

const byOffer: MakeSample = async (place) => ({ variables: { input: { token: (await offeredPlace(place)).token } } });

export const handOverSamples: Record<string, MakeSample> = {
  handOverOffer: async (place) => ({ variables: { token: (await offeredPlace(place)).token } }),
  handOverSignup: async (place) => ({
    variables: {
      input: {
        token: (await offeredPlace(place)).giverId,
        to: { name: 'Cid', email: `${randomUUID()}@example.org` },
      },
    },
  }),
  withdrawHandOver: async (place) => {
    const { id, giverId } = await offeredPlace(place);
    return { variables: { input: { token: giverId, id } } };
  },
  changeGuests: async (place) => ({ variables: { input: { token: (await offeredPlace(place)).giverId, guests: 0 } } }),
  takeHandedOver: byOffer,
  declineHandedOver: byOffer,
};
