import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import nodeIcal, { type VEvent } from 'node-ical';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';

let sink: MailSink;
let app: TestApp;

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({
    config: { SMTP_URL: sink.url, PUBLIC_URL: 'http://help.example.org', MAIL_DOMAIN: 'example.org' },
  });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

const email = 'ana@example.org';
const times = (from: string, to: string) => ({ startsAtLocal: from, endsAtLocal: to });

async function deliverMails(): Promise<ParsedMail[]> {
  sink.received.length = 0;
  await app.runJob('make-due-reminders');
  await app.runJob('deliver-due-mail');
  return Promise.all(sink.received.map(({ source }) => simpleParser(source)));
}

/** Reads the calendar entry of an email with two parsers; null if it has none. */
function entryOf(mail: ParsedMail | undefined) {
  const attachment = mail?.attachments.find(({ filename }) => filename?.endsWith('.ics'));
  if (!attachment) return null;
  const file = attachment.content.toString('utf8');
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const component = root.getFirstSubcomponent('vevent');
  const event = component && new ICAL.Event(component);
  const other = Object.values(nodeIcal.sync.parseICS(file)).find((part): part is VEvent => part?.type === 'VEVENT');
  const calendarEvent = {
    uid: event?.uid,
    title: event?.summary,
    start: event?.startDate.toJSDate().toISOString(),
    sequence: event?.sequence,
    status: component?.getFirstPropertyValue('status'),
  };
  expect({
    uid: other?.uid,
    title: other?.summary,
    start: other?.start.toISOString(),
    sequence: Number(other?.sequence),
    status: other?.status,
  }).toEqual(calendarEvent);
  return { ...calendarEvent, method: root.getFirstPropertyValue('method') };
}

test('sends one volunteer the right emails from sign-up to cancellation', async () => {
  app.clock.set('2026-11-20T12:00:00Z');
  const chapter = await aChapter(app.db);
  const { cookie } = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  const organizer = async <T>(query: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await app.graphql<Record<string, T>>(query, variables, { cookie });
    expect(errors).toBeUndefined();
    return Object.values(data)[0] as T;
  };
  const inputOf = (timing: ReturnType<typeof times>, id?: string) => ({
    chapterId: chapter.id,
    title: 'Empaque, "kits" y más 🎒',
    place: '12 Main St',
    timeZone: 'America/Los_Angeles',
    contactName: 'Rosa',
    ...timing,
    shifts: [{ id, role: 'Packing', capacity: 5, ...timing }],
  });
  const { id } = await organizer<{ id: string }>(
    'mutation ($input: EventInput!) { createEvent(input: $input) { id } }',
    {
      input: inputOf(times('2026-12-05T09:00', '2026-12-05T12:00')),
    },
  );
  const { shifts } = await organizer<{ shifts: Array<{ id: string }> }>(
    'mutation ($id: ID!) { publishEvent(id: $id) { shifts { id } } }',
    { id },
  );

  await app.graphql('mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id } } }', {
    input: { shiftId: shifts[0]?.id, name: 'Ana Reyes', email, locale: 'ES' },
  });
  const [confirm, ...otherMails] = await deliverMails();
  expect(otherMails).toEqual([]);
  expect(confirm?.subject).toBe(
    'Confirma tu lugar: Empaque, "kits" y más 🎒 (Packing), sábado, 5 de diciembre, 9:00 a.m.',
  );
  expect(confirm?.text).toContain('¿No eres Ana?');
  const first = entryOf(confirm);
  expect(first).toMatchObject({
    method: 'PUBLISH',
    title: 'Empaque, "kits" y más 🎒: Packing',
    sequence: 0,
    status: 'CONFIRMED',
  });

  const token = /http:\/\/help\.example\.org\/s\/([\w-]+)/.exec(confirm?.text ?? '')?.[1];
  const confirmation = await app.graphql<{ confirmSignup: { signup: { status: string } } }>(
    'mutation ($input: SignupTokenInput!) { confirmSignup(input: $input) { signup { status } } }',
    { input: { token } },
  );
  expect(confirmation.data.confirmSignup.signup.status).toBe('CONFIRMED');
  expect(await deliverMails()).toEqual([]);

  await organizer('mutation ($id: ID!, $input: EventInput!) { updateEvent(id: $id, input: $input) { id } }', {
    id,
    input: inputOf(times('2026-12-06T10:00', '2026-12-06T13:00'), shifts[0]?.id),
  });
  const [changed] = await deliverMails();
  expect(changed?.subject).toBe('Cambio: Empaque, "kits" y más 🎒 (Packing), domingo, 6 de diciembre, 10:00 a.m.');
  const movedEntry = entryOf(changed);
  expect(movedEntry).toMatchObject({ uid: first?.uid, start: '2026-12-06T18:00:00.000Z', status: 'CONFIRMED' });
  expect(movedEntry?.sequence).toBeGreaterThan(first?.sequence ?? 0);

  app.clock.set('2026-12-05T19:00:00Z');
  const [reminder, ...duplicates] = await deliverMails();
  expect(duplicates).toEqual([]);
  expect(reminder?.subject).toBe('Nos vemos el domingo: Empaque, "kits" y más 🎒 (Packing), 10:00 a.m.');

  await organizer('mutation ($id: ID!) { cancelEvent(id: $id, reason: "Hay tormenta.") { id } }', { id });
  app.clock.set('2026-12-06T16:00:00Z');
  const [cancelled, ...others] = await deliverMails();
  expect(others).toEqual([]);
  expect(cancelled?.subject).toBe('Cancelado: Empaque, "kits" y más 🎒 (Packing), domingo, 6 de diciembre, 10:00 a.m.');
  expect(cancelled?.text).toContain('Hay tormenta.');
  const cancelledEntry = entryOf(cancelled);
  expect(cancelledEntry).toMatchObject({ uid: first?.uid, method: 'CANCEL', status: 'CANCELLED' });
  expect(cancelledEntry?.sequence).toBeGreaterThan(movedEntry?.sequence ?? 0);
});
