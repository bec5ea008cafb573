import type { MakeSample, Place } from './access-samples.js';
import { aCoOrganizer } from './co-organizers.js';
import { anEvent } from './factories.js';
import { anAccount } from './people.js';

const eventIn = async ({ app, chapter }: Place) => (await anEvent(app.db, { chapterId: chapter.id })).id;

export const coOrganizerSamples: Record<string, MakeSample> = {
  coOrganizers: async (place) => ({ variables: { eventId: await eventIn(place) } }),
  coOrganizerCandidates: async (place) => ({ variables: { eventId: await eventIn(place), text: 'ana' } }),
  myCoOrganizedEvents: () => ({}),
  addCoOrganizer: async (place) => ({
    variables: { input: { eventId: await eventIn(place), email: 'co@example.org', name: 'Cora Co' } },
  }),
  removeCoOrganizer: async (place) => {
    const eventId = await eventIn(place);
    const coOrganizerId = await aCoOrganizer(place.app.db, (await anAccount(place.app.db)).id, eventId);
    return { variables: { eventId, coOrganizerId } };
  },
};
