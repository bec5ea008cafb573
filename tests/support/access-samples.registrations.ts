import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { anEvent } from './factories.js';
import { aRegistration, aRegistrationForm } from './registrations.js';

async function eventIn({ app, chapter }: Place): Promise<{ id: string }> {
  const event = await anEvent(app.db, { chapterId: chapter.id });
  await aRegistrationForm(app.db, event.id);
  return event;
}

async function registrationIn(place: Place): Promise<{ id: string; token: string }> {
  const { id } = await aRegistration(place.app.db, (await eventIn(place)).id);
  return { id, token: place.app.nest.get(SignedIds).sign('registration', id) };
}

const byToken: MakeSample = async (place) => ({ variables: { input: { token: (await registrationIn(place)).token } } });
const party = () => ({ name: 'Ana', email: `${randomUUID()}@example.org`, party: 1 });

export const registrationSamples: Record<string, MakeSample> = {
  registrationForm: async (place) => ({ variables: { eventId: (await eventIn(place)).id } }),
  registerForEvent: async (place) => ({ variables: { input: { eventId: (await eventIn(place)).id, ...party() } } }),
  myRegistration: async (place) => ({ variables: { token: (await registrationIn(place)).token } }),
  myRegistrations: () => ({}),
  confirmRegistration: byToken,
  cancelRegistration: byToken,
  changeRegistration: async (place) => ({
    variables: { input: { token: (await registrationIn(place)).token, name: 'Ana', party: 2 } },
  }),
  stopRegistrationMessages: async (place) => ({
    variables: { token: place.app.nest.get(SignedIds).sign('stop-registration-messages', randomUUID()) },
  }),
  manageRegistrations: async (place) => ({ variables: { eventId: (await eventIn(place)).id } }),
  parties: () => ({ variables: { text: 'Lincoln' } }),
  registrations: async (place) => ({ variables: { eventId: (await eventIn(place)).id } }),
  saveRegistrationForm: async (place) => ({
    variables: { eventId: (await eventIn(place)).id, input: { capacity: 20 } },
  }),
  addRegistration: async (place) => ({ variables: { input: { eventId: (await eventIn(place)).id, ...party() } } }),
  changePartySize: async (place) => ({ variables: { id: (await registrationIn(place)).id, party: 2 } }),
  removeRegistration: async (place) => ({ variables: { id: (await registrationIn(place)).id } }),
  checkInRegistration: async (place) => ({ variables: { id: (await registrationIn(place)).id, arrived: 1 } }),
};
