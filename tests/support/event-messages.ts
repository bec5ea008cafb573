import { startApp, type GraphqlAnswer, type TestApp } from './app.js';
import { aChapter, anEvent, aShift, aSignup, type SignupParts } from './factories.js';
import { startMailSink, type MailSink } from './mail-sink.js';
import { hours, seconds } from './movable-clock.js';

export interface MessageAnswer {
  id: string;
  status: 'SCHEDULED' | 'SENDING' | 'SENT' | 'STOPPED';
  counts: { sent: number; waiting: number; failed: number; stopped: number; leftOut: number };
}

/** The start of `aBeachCleanup`, and the time of the tests, the day before. */
export const cleanupTimes = { startsAt: new Date('2026-12-05T17:00:00Z'), now: new Date('2026-12-04T20:00:00Z') };

export interface MessageDesk {
  app: TestApp;
  sink: MailSink;
  chapter: { id: string };
  /** An organizer of the chapter. */
  rosa: { cookie: string; email: string };
  /** An organizer of another chapter. */
  stranger: { cookie: string };
  /** Before each test: the day before the event, without emails. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
}

export async function aMessageDesk(config: Record<string, string> = {}): Promise<MessageDesk> {
  const sink = await startMailSink();
  const app = await startApp({ config: { SMTP_URL: sink.url, ...config } });
  app.clock.set(cleanupTimes.now);
  const chapter = await aChapter(app.db);
  return {
    app,
    sink,
    chapter,
    rosa: await app.signedIn({ name: 'Rosa', email: 'rosa@example.org', role: 'organizer', chapterId: chapter.id }),
    stranger: await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id }),
    reset: async () => {
      app.clock.set(cleanupTimes.now);
      sink.received.length = 0;
      sink.beforeAnswer = null;
      for (const table of ['notifications.mail', 'outreach.site_message', 'identity.rate_limit'])
        await app.db.query(`DELETE FROM ${table}`);
    },
    close: async () => {
      await app.close();
      await sink.close();
    },
  };
}

const fields = 'id status counts { sent waiting failed stopped leftOut }';

/** Sends "Storm" to everyone, unless `input` says otherwise. */
export function sendMessage(
  app: TestApp,
  input: Record<string, unknown>,
  session: { cookie: string },
): Promise<GraphqlAnswer<{ sendEventMessage: MessageAnswer }>> {
  const message = { subject: 'Storm', body: 'We start an hour later.', audience: { kind: 'EVERYONE' }, ...input };
  return app.graphql(
    `mutation ($input: SendEventMessageInput!) { sendEventMessage(input: $input) { ${fields} } }`,
    { input: message },
    session,
  );
}

export function stopMessage(
  app: TestApp,
  id: string,
  session: { cookie: string },
): Promise<GraphqlAnswer<{ stopEventMessage: MessageAnswer }>> {
  return app.graphql(`mutation ($id: ID!) { stopEventMessage(id: $id) { ${fields} } }`, { id }, session);
}

export async function readMessage(app: TestApp, id: string, session: { cookie: string }): Promise<MessageAnswer> {
  const query = `query ($id: ID!) { eventMessage(id: $id) { ${fields} } }`;
  return (await app.graphql<{ eventMessage: MessageAnswer }>(query, { id }, session)).data.eventMessage;
}

export async function runMessageJobs(app: TestApp): Promise<void> {
  await app.runJob('send-event-messages');
  await app.runJob('deliver-due-mail');
  await app.runJob('send-event-messages');
}

/** Sends a message by moving past the time in which it can be stopped. */
export async function sendAfterDelay(app: TestApp): Promise<void> {
  app.clock.advance(seconds(61));
  await runMessageJobs(app);
}

/** Returns "name RESULT" of each person, by name. */
export async function resultsOf(app: TestApp, id: string, session: { cookie: string }): Promise<string[]> {
  const { data } = await app.graphql<{
    eventMessageRecipients: { edges: Array<{ node: { name: string; result: string; leftOut: string | null } }> };
  }>(
    'query ($id: ID!) { eventMessageRecipients(messageId: $id) { edges { node { name result leftOut sentAt lastError } } } }',
    { id },
    session,
  );
  return data.eventMessageRecipients.edges.map(({ node }) => `${node.name} ${node.leftOut ?? node.result}`);
}

/** Creates an event with one-hour shifts after each other, and a function to sign people up for the first one. */
export async function aBeachCleanup(
  app: TestApp,
  {
    chapterId,
    roles,
    startsAt = cleanupTimes.startsAt,
    now = cleanupTimes.now,
  }: { chapterId: string; roles: readonly string[]; startsAt?: Date; now?: Date },
) {
  const at = (hour: number) => new Date(startsAt.valueOf() + hours(hour));
  const names = roles.length > 0 ? roles : ['Front table'];
  const event = await anEvent(app.db, { chapterId, title: 'Beach cleanup', startsAt, endsAt: at(names.length) });
  await app.db.query(`UPDATE events.event SET contact_email = 'desk@example.org' WHERE id = $1`, [event.id]);
  const shifts: Array<{ id: string }> = [];
  for (const [index, role] of names.entries())
    shifts.push(
      await aShift(app.db, { eventId: event.id, role, capacity: 300, startsAt: at(index), endsAt: at(index + 1) }),
    );
  const person = (name: string, parts: SignupParts = {}) =>
    aSignup(app.db, { shiftId: shifts[0]!.id, name, now, ...parts });
  return { event, shifts, person };
}

export async function setStatus(app: TestApp, { id }: { id: string }, status: string): Promise<void> {
  await app.db.query('UPDATE events.signup SET status = $2 WHERE id = $1', [id, status]);
}

/** Removes the address, as if staff had added the volunteer at check-in. */
export async function removeEmail(app: TestApp, { volunteerId }: { volunteerId: string }): Promise<void> {
  await app.db.query('UPDATE volunteers.volunteer SET email = NULL, proven_at = NULL, met_at = now() WHERE id = $1', [
    volunteerId,
  ]);
}
