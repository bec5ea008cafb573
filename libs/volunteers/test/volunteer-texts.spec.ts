import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { aSmsConsent, receiveSms } from '@upstander/tests/support/sms.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';

const Texts = `query($id: ID!) { volunteer(id: $id) { sms {
  consents { number channel source wording revokedBy revokedDetail } texts { template status errorCode answer } } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('organizers see the consents of a volunteer and what became of their texts, but no codes and no content', async () => {
  const chapter = await aChapter(app.db);
  const { id, email } = await aVolunteer(app, chapter.id);
  const { id: consentId, number } = await aSmsConsent(app.db, { recipient: email! });
  await app.db.query(
    `INSERT INTO notifications.sms (key, template, consent_id, recipient, number, locale, status, due_at, error_code)
     VALUES ('reminder-day-before/x', 'reminder-day-before', $1, $2, $3, 'en', 'undelivered', now(), 30003)`,
    [consentId, email, number],
  );
  await receiveSms(app, number, 'Stop texting me');
  const organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  const { data } = await app.graphql<{ volunteer: { sms: unknown } }>(Texts, { id }, organizer);
  expect(data.volunteer.sms).toEqual({
    consents: [
      {
        number,
        channel: 'TEXT',
        source: 'ACCOUNT',
        wording: 'You may text me.',
        revokedBy: 'TEXT',
        revokedDetail: 'Stop texting me',
      },
    ],
    texts: [{ template: 'reminder-day-before', status: 'UNDELIVERED', errorCode: 30_003, answer: null }],
  });
  const other = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
  expect(refusal(await app.graphql(Texts, { id }, other))).toBe('NOT_FOUND');
});
