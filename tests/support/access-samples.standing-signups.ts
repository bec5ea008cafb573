import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aSignup } from './factories.js';
import { addDate, aSeries } from './standing-signups.js';

async function seriesIn({ app, chapter }: Place): Promise<{ id: string; slug: string }> {
  const series = await aSeries(app.db, { chapterId: chapter.id });
  await addDate(app.db, series, new Date('2030-05-04T16:00:00Z'));
  return series;
}

/** A volunteer of the chapter with a standing sign-up. */
async function standingIn(place: Place): Promise<{ id: string; token: string; volunteerId: string; seriesId: string }> {
  const { app, chapter } = place;
  const { id: seriesId } = await seriesIn(place);
  const { volunteerId } = await aSignup(app.db, { shift: { event: { chapterId: chapter.id } } });
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO events.standing_signup (series_id, volunteer_id, role, status, created_at)
     VALUES ($1, $2, 'Packing', 'active', now()) RETURNING id`,
    [seriesId, volunteerId],
  );
  return { id: row!.id, token: app.nest.get(SignedIds).sign('standing-signup', row!.id), volunteerId, seriesId };
}

const byToken: MakeSample = async (place) => ({ variables: { input: { token: (await standingIn(place)).token } } });

export const standingSignupSamples: Record<string, MakeSample> = {
  seriesPage: async (place) => ({ variables: { slug: (await seriesIn(place)).slug } }),
  standingSignup: async (place) => ({ variables: { token: (await standingIn(place)).token } }),
  myStandingSignups: () => ({}),
  confirmStandingSignup: byToken,
  leaveSeries: byToken,
  signUpForSeries: async (place) => ({
    variables: {
      input: {
        seriesId: (await seriesIn(place)).id,
        role: 'Packing',
        person: { name: 'Ana', email: `${randomUUID()}@example.org` },
      },
    },
  }),
  regulars: async (place) => ({ variables: { seriesId: (await standingIn(place)).seriesId } }),
  addStandingSignup: async (place) => {
    const { volunteerId } = await standingIn(place);
    const input = { seriesId: (await seriesIn(place)).id, volunteerId, role: 'Packing' };
    return { variables: { input } };
  },
  removeStandingSignup: async (place) => ({ variables: { id: (await standingIn(place)).id } }),
};
