import { PreferenceLinks } from '@upstander/notifications';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aSignup } from '@upstander/tests/support/factories.js';
import { aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { header, startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { aMail, registerNoteTemplate } from '@upstander/tests/support/mails.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';

let app: TestApp;
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url } });
  registerNoteTemplate(app);
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  sink.received.length = 0;
  await app.db.query('DELETE FROM notifications.mail');
});

interface Answer {
  notificationPreferences: Shown;
  updateNotificationPreferences: Shown;
}
interface Shown {
  recipientMasked: string;
  preferences: Array<{ topic: string; frequency: string; choices: string[] }>;
}

const fields = '{ recipientMasked preferences { topic frequency choices } }';
const find = (token: string | null, options = {}) =>
  app.graphql<Answer>(
    `query ($token: String) { notificationPreferences(token: $token) ${fields} }`,
    { token },
    options,
  );
const choose = (token: string | null, topic: string, frequency: string, options = {}) =>
  app.graphql<Answer>(
    `mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) ${fields} }`,
    { input: { token, preferences: [{ topic, frequency }] } },
    options,
  );
const frequencies = ({ preferences }: Shown) =>
  Object.fromEntries(preferences.map(({ topic, frequency }) => [topic, frequency]));
const defaults = {
  VOLUNTEER_MESSAGES: 'IMMEDIATE',
  SERIES_DATES: 'IMMEDIATE',
  THANK_YOUS: 'IMMEDIATE',
  FUNDRAISER_UPDATES: 'IMMEDIATE',
  FUNDRAISER_GIFTS: 'IMMEDIATE',
};

/** Returns the token of the link in an email to this address. */
async function linkTo(recipient: string): Promise<string> {
  const { id } = await aMail(app.db, { recipient });
  const url = app.nest.get(PreferenceLinks).pageFor(id, 'en');
  return new URL(url).pathname.split('/').at(-1)!;
}

async function aMessageTo(volunteerId: string, cookie: string) {
  return app.graphql<{ messageVolunteers: number }>(
    'mutation ($input: MessageVolunteersInput!) { messageVolunteers(input: $input) }',
    { input: { ids: [volunteerId], subject: 'Storm', body: 'We start an hour later.' } },
    { cookie },
  );
}

describe('the link in an email', () => {
  test('is in every email, and opens the preferences of its recipient without signing in', async () => {
    await aMail(app.db, { recipient: 'ana@example.org', data: { subject: 'Hello' } });
    await app.runJob('deliver-due-mail');
    const source = sink.received[0]!.source.replace(/=\r\n/g, '');
    const token = /notifications\/([\w-]{46})/.exec(source)![1]!;
    const { data } = await find(token);
    expect(data.notificationPreferences.recipientMasked).toBe('a•••@e•••.org');
    expect(frequencies(data.notificationPreferences)).toEqual(defaults);
    expect(header(sink.received[0]!.source, 'List-Unsubscribe')).toBe('');
  });

  test('shows everyone the same topics, so that a forwarded email does not reveal who volunteers or gives', async () => {
    const { email } = await aSignup(app.db);
    await aPaidGift(app.db, { email: 'donor@example.org' });
    for (const address of [email, 'donor@example.org', 'nobody@example.org'])
      expect(frequencies((await find(await linkTo(address))).data.notificationPreferences)).toEqual(defaults);
  });

  test('changes nothing for anyone else, and rejects forged links and choices that are not offered', async () => {
    const token = await linkTo('ana@example.org');
    await choose(token, 'VOLUNTEER_MESSAGES', 'NEVER');
    expect(frequencies((await find(token)).data.notificationPreferences)).toEqual({
      ...defaults,
      VOLUNTEER_MESSAGES: 'NEVER',
    });
    expect(frequencies((await find(await linkTo('max@example.org'))).data.notificationPreferences)).toEqual(defaults);
    expect(refusal(await find(`${token.slice(0, -2)}AA`))).toBe('NOT_FOUND');
    expect(refusal(await find(null))).toBe('NOT_FOUND');
    expect(refusal(await choose(token, 'NEW_SIGNUPS', 'NEVER'))).toBe('BAD_INPUT');
  });

  test('offers organizers their topics, and never lets them turn off the safety of minors', async () => {
    const rosa = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
    const { data } = await find(null, rosa);
    expect(frequencies(data.notificationPreferences)).toEqual({
      ...defaults,
      NEW_SIGNUPS: 'DAILY',
      LATE_CANCELLATIONS: 'IMMEDIATE',
      SHORT_SHIFTS: 'IMMEDIATE',
      SAFEGUARDING: 'IMMEDIATE',
      SITE_MESSAGES: 'IMMEDIATE',
      REGISTRATION_ANSWERS: 'DAILY',
    });
    expect(refusal(await choose(null, 'SAFEGUARDING', 'NEVER', rosa))).toBe('BAD_INPUT');
    const changed = await choose(await linkTo(rosa.email), 'NEW_SIGNUPS', 'NEVER');
    expect(frequencies(changed.data.updateNotificationPreferences)).toMatchObject({ NEW_SIGNUPS: 'NEVER' });
  });
});

describe('a choice', () => {
  test('stops a message that is already written, and shows in the profile of the volunteer', async () => {
    const chapter = await aChapter(app.db);
    const rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
    const { id, email } = await aVolunteer(app, chapter.id);
    await aMessageTo(id, rosa.cookie);
    const token = await linkTo(email);
    await choose(token, 'VOLUNTEER_MESSAGES', 'NEVER');
    await app.db.query(`DELETE FROM notifications.mail WHERE template = 'a-note'`);
    await app.runJob('deliver-due-mail');
    expect(sink.received).toEqual([]);
    const stopped = () =>
      app.db.query('SELECT messages_stopped_at IS NOT NULL AS stopped FROM volunteers.volunteer WHERE id = $1', [id]);
    expect(await stopped()).toEqual([{ stopped: true }]);
    const { data } = await aMessageTo(id, rosa.cookie);
    expect(data).toEqual({ messageVolunteers: 0 });
  });

  test('made before someone volunteers applies to their first message', async () => {
    const chapter = await aChapter(app.db);
    const rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
    await choose(await linkTo('later@example.org'), 'VOLUNTEER_MESSAGES', 'NEVER');
    const { id } = await aVolunteer(app, chapter.id, { email: 'later@example.org' });
    await aMessageTo(id, rosa.cookie);
    await app.db.query(`DELETE FROM notifications.mail WHERE template = 'a-note'`);
    await app.runJob('deliver-due-mail');
    expect(sink.received).toEqual([]);
    expect(await app.db.query('SELECT last_error FROM notifications.mail')).toEqual([
      { last_error: 'Not sent: the recipient turned off these emails.' },
    ]);
  });

  test('about fundraiser updates ends when the donor gives again and opts in', async () => {
    const email = 'giver@example.org';
    const first = await aPaidGift(app.db, { email, updatesWanted: true, paidAt: new Date() });
    const token = await linkTo(email);
    await choose(token, 'FUNDRAISER_UPDATES', 'NEVER');
    const shown = async () => frequencies((await find(token)).data.notificationPreferences)['FUNDRAISER_UPDATES'];
    expect(await shown()).toBe('NEVER');
    await app.db.query(`UPDATE fundraising.gift SET created_at = now() + interval '1 minute' WHERE id = $1`, [
      first.id,
    ]);
    expect(await shown()).toBe('IMMEDIATE');
    await choose(token, 'FUNDRAISER_UPDATES', 'DAILY');
    expect(await shown()).toBe('DAILY');
  });
});
