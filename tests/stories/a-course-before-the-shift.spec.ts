import { refusal, startApp, type TestApp } from '../support/app.js';
import { completeLessons, courseGrants, wholeProgress } from '../support/courses.js';
import { requireForShift } from '../support/credentials.js';
import { aShift } from '../support/factories.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
});
afterAll(() => app.close());

const signUp = (shiftId: string, asking: { cookie: string }) =>
  app.graphql<{ signUpAgain: { signup: { status: string } } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { status } } }',
    { input: { shiftId } },
    asking,
  );

test('a shift needs a training; a volunteer takes the course and can sign up until it expires', async () => {
  const training = await courseGrants(app);
  const soon = await aShift(app.db, {
    event: { startsAt: new Date('2026-12-12T18:00:00Z'), endsAt: new Date('2026-12-12T21:00:00Z') },
  });
  const late = await aShift(app.db, {
    event: { startsAt: new Date('2028-01-10T18:00:00Z'), endsAt: new Date('2028-01-10T21:00:00Z') },
  });
  for (const shift of [soon, late]) await requireForShift(app.db, shift.id, training.id);
  const ana = await app.signedIn({ name: 'Ana Reyes' });
  await app.graphql(
    'mutation ($input: MyVolunteerInput!) { updateMyVolunteer(input: $input) { id } }',
    { input: { languages: ['en'] } },
    ana,
  );
  expect(refusal(await signUp(soon.id, ana))).toBe('CREDENTIALS_MISSING');
  const finished = await completeLessons(app, ana, await wholeProgress(app));
  expect(finished.data.completeCourse.expiresOn).toBe('2027-11-30');
  expect((await signUp(soon.id, ana)).data.signUpAgain.signup.status).toBe('CONFIRMED');
  expect(refusal(await signUp(late.id, ana))).toBe('CREDENTIALS_MISSING');
});
