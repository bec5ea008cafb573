import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aVolunteer, termId } from './volunteers.js';

const volunteerIn = ({ app, chapter }: Place) => aVolunteer(app, chapter.id);
const word = () => ({ kind: 'SKILL', name: `Skill ${randomUUID()}`, nameEs: 'Habilidad' });

/** How to ask the operations about volunteers. */
export const volunteerSamples: Record<string, MakeSample> = {
  volunteers: async (place) => {
    const { id, email } = await volunteerIn(place);
    return {
      variables: { filter: { text: email } },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: Array<{ node: { id: string } }> }).edges.some(({ node }) => node.id === id),
    };
  },
  volunteer: async (place) => ({ variables: { id: (await volunteerIn(place)).id } }),
  updateVolunteer: async (place) => ({
    variables: { id: (await volunteerIn(place)).id, input: { phone: '+13105550142' } },
  }),
  updateMyVolunteer: () => ({ variables: { input: { phone: '+13105550142' } } }),
  volunteerTerms: () => ({}),
  allVolunteerTerms: () => ({}),
  createVolunteerTerm: () => ({ variables: { input: word() } }),
  updateVolunteerTerm: async ({ app }) => ({
    variables: { id: await termId(app, 'Driving'), input: { kind: 'SKILL', name: 'Driving', nameEs: 'Conducir' } },
  }),
  retireVolunteerTerm: async ({ app }) => ({ variables: { id: await termId(app, 'Photography'), retired: false } }),
};
