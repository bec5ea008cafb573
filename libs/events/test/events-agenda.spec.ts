import type { TestApp } from '@upstander/tests/support/app.js';
import { eventOperations, Organizer } from '@upstander/tests/support/organizer.js';

const now = new Date('2026-10-20T18:00:00Z');
const { create, update } = eventOperations;
let rosa: Organizer;
let app: TestApp;

beforeAll(async () => {
  rosa = await Organizer.at(now);
  app = rosa.app;
});
afterAll(() => app.close());

interface Line {
  time: string;
  text: string;
  textEs: string;
}

const agendaOf = async (id: string): Promise<Line[]> =>
  (
    await app.graphql<{ manageEvent: { agenda: Line[] } }>(
      'query ($id: ID!) { manageEvent(id: $id) { agenda { time text textEs } } }',
      { id },
      { cookie: rosa.cookie },
    )
  ).data.manageEvent.agenda;

test('keeps agenda items in the order entered', async () => {
  const agenda = [
    { time: '22:00', text: '  Doors\n open ', textEs: 'Abrimos' },
    { time: '00:30', text: '', textEs: 'Nos vamos' },
  ];
  const { id } = await rosa.does(create, { input: rosa.input({ agenda }) });
  const expectedAgenda = [
    { time: '22:00', text: 'Doors open', textEs: 'Abrimos' },
    { time: '00:30', text: '', textEs: 'Nos vamos' },
  ];
  expect(await agendaOf(id)).toEqual(expectedAgenda);

  // Omitted fields stay unchanged; null clears a field.
  await rosa.does(update, { id, input: rosa.input({ title: 'Night kitchen' }) });
  expect(await agendaOf(id)).toEqual(expectedAgenda);
  await rosa.does(update, { id, input: rosa.input({ agenda: null }) });
  expect(await agendaOf(id)).toEqual([]);
});

test.each([
  [[{ time: '24:00', text: 'Late' }], 'not-a-time'],
  [[{ time: '9:00', text: 'Early' }], 'not-a-time'],
  [[{ time: '09:00', text: ' ' }], 'required'],
  [[{ time: '09:00', text: 'x'.repeat(161) }], 'too-long'],
  [[{ time: '09:00', textEs: 'ñ'.repeat(161) }], 'too-long'],
  [Array.from({ length: 21 }, () => ({ time: '09:00', text: 'Again' })), 'too-many'],
])('rejects an invalid agenda: %#', async (agenda, fault) => {
  const answer = await rosa.asks(create, { input: rosa.input({ agenda }) });
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_INPUT',
    details: { fields: { agenda: fault } },
  });
});

test('moves the agenda of a copied event to its new time', async () => {
  const agenda = [{ time: '09:00', text: 'Briefing', textEs: '' }];
  const { id } = await rosa.does(create, { input: rosa.input({ agenda }) });
  const copy = await app.graphql<{ copyEvent: { id: string } }>(
    'mutation ($id: ID!) { copyEvent(id: $id, startsAtLocal: "2026-11-14T11:30") { id } }',
    { id },
    { cookie: rosa.cookie },
  );
  expect(await agendaOf(copy.data.copyEvent.id)).toEqual([{ ...agenda[0], time: '11:30' }]);
});
