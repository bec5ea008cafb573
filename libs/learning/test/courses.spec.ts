import { writeCourses } from '@upstander/db';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import {
  check,
  completeLessons,
  courseGrants,
  rightAnswers,
  shippedCourse,
  wholeProgress,
} from '@upstander/tests/support/courses.js';
import { aCredential } from '@upstander/tests/support/credentials.js';
import { inOwnerTransaction } from '@upstander/tests/support/tampering.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
});
afterAll(() => app.close());

interface CourseView {
  title: string;
  finished: boolean;
  credential: { name: string } | null;
  lessons: Array<{
    number: number;
    slug: string;
    done: boolean;
    questions: Array<{ text: string; answers: Array<{ text: string }> }>;
  }>;
}
const course = async (progress: string | null = null, locale = 'EN') =>
  (
    await app.graphql<{ course: CourseView | null }>(
      `query ($slug: String!, $progress: String, $locale: Locale!) {
         course(slug: $slug, progress: $progress, locale: $locale) {
           title finished credential { name } lessons { number slug done questions { text answers { number text } } }
         }
       }`,
      { slug: shippedCourse.slug, progress, locale },
    )
  ).data.course;
const runSql = async (sql: string, values: unknown[] = []) => app.db.query<Record<string, unknown>>(sql, values);

test('lets anyone take a course in their language without an account', async () => {
  const { data } = await app.graphql<{ courses: Array<{ slug: string; title: string }> }>(
    '{ courses(audience: EVERYONE, locale: ES) { slug title } }',
  );
  expect(data.courses).toEqual([{ slug: shippedCourse.slug, title: shippedCourse.es.title }]);
  const shown = await course(null, 'ES');
  expect(shown!.lessons.map(({ slug }) => slug)).toEqual(shippedCourse.lessons.map(({ article }) => article));
  expect(shown!.lessons[0]!.questions[0]!.text).toBe(shippedCourse.lessons[0]!.questions[0]!.question.es);
  // The questions don't reveal the right answers.
  expect(JSON.stringify(shown)).not.toContain(shippedCourse.lessons[0]!.questions[0]!.answers[1]!.why.es);
});

test('explains each answer and allows another try', async () => {
  const wrongAnswers = rightAnswers[0]!.map((right, at) => (at === 0 ? 0 : right));
  const first = (await check(app, { lesson: 1, answers: wrongAnswers })).data.checkLesson;
  expect(first).toMatchObject({ passed: false, finished: false });
  expect(first.answers[0]).toEqual({
    chosen: 0,
    isCorrect: false,
    explanation: shippedCourse.lessons[0]!.questions[0]!.answers[0]!.why.en,
  });
  expect((await course(first.progress))!.lessons.map(({ done }) => done)).toEqual([false, false, false]);
  const secondTry = (await check(app, { lesson: 1, answers: rightAnswers[0]!, progress: first.progress })).data
    .checkLesson;
  expect([
    secondTry.passed,
    secondTry.answers.every(({ isCorrect, explanation }) => isCorrect && explanation !== ''),
  ]).toEqual([true, true]);
  expect((await course(secondTry.progress))!.lessons.map(({ done }) => done)).toEqual([true, false, false]);
  const silent = (await check(app, { lesson: 2, answers: [] })).data.checkLesson;
  expect(silent.answers[0]).toEqual({ chosen: null, isCorrect: false, explanation: '' });
  expect(refusal(await check(app, { lesson: 9, answers: [] }))).toBe('NOT_FOUND');
});

test('rejects forged progress', async () => {
  const fullProgress = await wholeProgress(app);
  expect((await course(fullProgress))!.finished).toBe(true);
  // Not the last letter, because some of its bits are unused.
  const forged = `${fullProgress.slice(0, -5)}${fullProgress.at(-5) === 'A' ? 'B' : 'A'}${fullProgress.slice(-4)}`;
  for (const mark of [forged, 'x', '', `${fullProgress}A`]) expect((await course(mark))!.finished).toBe(false);
  const ana = await app.signedIn();
  expect(refusal(await completeLessons(app, ana, forged))).toBe('COURSE_NOT_FINISHED');
  expect(refusal(await completeLessons(app, {}, fullProgress))).toBe('NOT_SIGNED_IN');
});

test('awards the training immediately, with a certificate and an email', async () => {
  const type = await courseGrants(app);
  const ana = await app.signedIn({ name: 'Ana Reyes' });
  const progress = await wholeProgress(app);
  const { data } = await completeLessons(app, ana, progress, 'Ana María Reyes');
  expect(data.completeCourse).toMatchObject({
    title: shippedCourse.en.title,
    name: 'Ana María Reyes',
    completedOn: '2026-12-01',
    expiresOn: '2027-11-30',
  });
  const credentials = () =>
    runSql(
      `SELECT c.status, c.issued_on::text, c.evidence FROM volunteers.credential c JOIN volunteers.volunteer v ON v.id = c.volunteer_id
       WHERE v.email = $1 AND c.type_id = $2`,
      [ana.email, type.id],
    );
  expect(await credentials()).toEqual([
    { status: 'approved', issued_on: '2026-12-01', evidence: shippedCourse.en.title },
  ]);
  const [mail] = await renderPendingEmails(app, { recipient: ana.email, template: 'course-finished' });
  expect(mail!.text).toMatch(/\/certificates\/[\w-]{46}\.pdf/);
  // Concurrent requests record one completion.
  const repeated = await Promise.all([completeLessons(app, ana, progress), completeLessons(app, ana, progress)]);
  expect(repeated.map((one) => one.data.completeCourse.certificateUrl)).toEqual([
    data.completeCourse.certificateUrl,
    data.completeCourse.certificateUrl,
  ]);
  expect(await credentials()).toHaveLength(1);
});

test('approves a credential that the volunteer had claimed before', async () => {
  const type = await courseGrants(app);
  const ana = await app.signedIn({ name: 'Ana Reyes' });
  const other = await courseGrants(app);
  await completeLessons(app, ana, await wholeProgress(app));
  const [volunteer] = await runSql('SELECT id FROM volunteers.volunteer WHERE email = $1', [ana.email]);
  const volunteerId = String(volunteer!['id']);
  await aCredential(app.db, { volunteerId, typeId: type.id, status: 'claimed' });
  await app.db.query('UPDATE learning.course SET credential_type_id = $1 WHERE slug = $2', [
    type.id,
    shippedCourse.slug,
  ]);
  app.clock.set('2026-12-02T18:00:00Z');
  await completeLessons(app, ana, await wholeProgress(app));
  const rows = await runSql(
    'SELECT type_id, status FROM volunteers.credential WHERE volunteer_id = $1 ORDER BY created_at',
    [volunteerId],
  );
  expect(rows.map(({ type_id: id, status }) => [id, status]).sort()).toEqual(
    [
      [other.id, 'approved'],
      [type.id, 'approved'],
    ].sort(),
  );
});

test('resets progress when the lessons change', async () => {
  const fullProgress = await wholeProgress(app);
  await app.db.query('UPDATE learning.course SET edition = edition + 1 WHERE slug = $1', [shippedCourse.slug]);
  expect((await course(fullProgress))!.finished).toBe(false);
});

test('hides a course while one of its articles is not on the site', async () => {
  await app.db.query(`UPDATE learning.article SET status = 'withdrawn', withdrawn_reason = 'Old.' WHERE slug = $1`, [
    shippedCourse.lessons[0]!.article,
  ]);
  expect(await course()).toBeNull();
  await app.db.query(`UPDATE learning.article SET status = 'published', withdrawn_reason = NULL WHERE slug = $1`, [
    shippedCourse.lessons[0]!.article,
  ]);
  expect(await course()).not.toBeNull();
});

test("exports and erases completed courses with the volunteer's data", async () => {
  await courseGrants(app);
  const ana = await app.signedIn({ name: 'Ana Reyes' });
  const { data } = await completeLessons(app, ana, await wholeProgress(app));
  const file = await fetch(`${app.url}/exports/my-volunteer.json`, {
    headers: { cookie: ana.cookie, 'sec-fetch-site': 'same-origin' },
  });
  expect(await file.text()).toContain(shippedCourse.en.title);
  const [mine] = await runSql('SELECT id FROM volunteers.volunteer WHERE email = $1', [ana.email]);
  await app.graphql('mutation { eraseMyVolunteer { ok } }', {}, ana);
  const [left] = await runSql('SELECT count(*)::integer AS n FROM learning.course_completion WHERE volunteer_id = $1', [
    mine!['id'],
  ]);
  expect(left!['n']).toBe(0);
  expect((await fetch(data.completeCourse.certificateUrl.replace(app.config.PUBLIC_URL, app.url))).status).toBe(404);
});

test('updates a course with a release until staff edit it', async () => {
  const set = (edition: number, edited: string) =>
    app.db.query(`UPDATE learning.course SET edition = $2, minutes = 99, edited_at = ${edited} WHERE slug = $1`, [
      shippedCourse.slug,
      edition,
    ]);
  const minutes = async () =>
    (await runSql('SELECT minutes FROM learning.course WHERE slug = $1', [shippedCourse.slug]))[0]!['minutes'];
  // The same edition isn't updated.
  await set(shippedCourse.edition, 'NULL');
  await inOwnerTransaction(app, writeCourses);
  expect(await minutes()).toBe(99);
  const ageCourse = (edited: string) =>
    app.db.query(`UPDATE learning.course SET minutes = 98, edition = $2, edited_at = ${edited} WHERE slug = $1`, [
      shippedCourse.slug,
      shippedCourse.edition - 1,
    ]);
  Object.assign(shippedCourse, { edition: shippedCourse.edition + 1 });
  await ageCourse('now()');
  await inOwnerTransaction(app, writeCourses);
  expect(await minutes()).toBe(98);
  await ageCourse('NULL');
  await inOwnerTransaction(app, writeCourses);
  expect(await minutes()).toBe(shippedCourse.minutes);
  Object.assign(shippedCourse, { edition: shippedCourse.edition - 1 });
});

describe('staff', () => {
  const inBothLanguages = (text: string) => ({ en: text, es: `${text} (es)` });
  const question = {
    question: inBothLanguages('Is one sign proof?'),
    answers: [
      { text: inBothLanguages('Yes'), explanation: inBothLanguages('It may have another cause.') },
      { text: inBothLanguages('No'), explanation: inBothLanguages('Correct.') },
    ],
    right: 1,
  };
  const inputOf = async (parts: object = {}) => {
    const [article] = await runSql(`SELECT id FROM learning.article WHERE slug = 'signs'`);
    return {
      audience: 'EVERYONE',
      minutes: 10,
      credentialTypeId: null,
      en: { title: 'Short', summary: 'One lesson.' },
      es: { title: 'Breve', summary: 'Una lección.' },
      lessons: [{ articleId: article!['id'], questions: [question] }],
      ...parts,
    };
  };
  const both = '{ en es }';
  const fields = `{ id status edition completions
    lessons { title onSite questions { question ${both} answers { text ${both} explanation ${both} } right } } }`;
  const ask = (who: { cookie: string }, operation: string, variables: object) =>
    app.graphql<Record<string, { id: string; status: string; edition: number; completions: number }>>(
      operation,
      variables as Record<string, unknown>,
      who,
    );
  const create = async (who: { cookie: string }, slug: string, parts: object = {}) =>
    ask(who, `mutation ($slug: String!, $input: CourseInput!) { createCourse(slug: $slug, input: $input) ${fields} }`, {
      slug,
      input: await inputOf(parts),
    });
  const update = async (who: { cookie: string }, id: string, parts: object) =>
    ask(who, `mutation ($id: ID!, $input: CourseInput!) { updateCourse(id: $id, input: $input) ${fields} }`, {
      id,
      input: await inputOf(parts),
    });
  const publish = (who: { cookie: string }, id: string, published = true) =>
    ask(who, `mutation ($id: ID!, $published: Boolean!) { publishCourse(id: $id, published: $published) ${fields} }`, {
      id,
      published,
    });
  const faultsOf = (answer: { errors?: Array<{ extensions: { details?: Record<string, unknown> } }> }) =>
    answer.errors?.[0]?.extensions.details?.['fields'];

  test('create, publish and withdraw a course', async () => {
    const mo = await app.signedIn({ role: 'moderator' });
    const made = (await create(mo, 'short')).data['createCourse']!;
    expect(made).toMatchObject({ status: 'DRAFT', edition: 1, completions: 0, lessons: [{ questions: [question] }] });
    const slug = 'short';
    const checkedLesson = async () => (await check(app, { slug, lesson: 1, answers: [1] })).data?.checkLesson;
    expect(await checkedLesson()).toBeFalsy();
    await publish(mo, made.id);
    expect(await checkedLesson()).toMatchObject({ passed: true, finished: true });
    // Editing the summary keeps the edition; changing a right answer doesn't.
    const summaryEdit = await update(mo, made.id, { en: { title: 'Short', summary: 'A lesson.' } });
    expect(summaryEdit.data['updateCourse']!.edition).toBe(1);
    const [lesson] = (await inputOf()).lessons;
    const other = await update(mo, made.id, { lessons: [{ ...lesson, questions: [{ ...question, right: 0 }] }] });
    expect(other.data['updateCourse']!.edition).toBe(2);
    expect((await publish(mo, made.id, false)).data['publishCourse']!.status).toBe('WITHDRAWN');
    expect(await checkedLesson()).toBeFalsy();
    expect(refusal(await create(mo, 'short'))).toBe('SLUG_TAKEN');
    const rosa = await app.signedIn({ role: 'organizer' });
    expect(refusal(await publish(rosa, made.id))).toBe('NOT_ALLOWED');
  });

  test('see at each field what a course lacks', async () => {
    const mo = await app.signedIn({ role: 'moderator' });
    const [lesson] = (await inputOf()).lessons;
    const bad = {
      ...question,
      right: 4,
      answers: [{ text: inBothLanguages('Only'), explanation: { en: '', es: 'x' } }],
    };
    expect(
      faultsOf(
        await create(mo, 'bad', {
          en: { title: 'For survivors', summary: '' },
          lessons: [{ ...lesson, questions: [bad] }, lesson],
        }),
      ),
    ).toEqual({
      'en.title': 'tells-too-much',
      'en.summary': 'required',
      lessons: 'twice',
      'lessons.0.questions.0.answers': 'too-few',
      'lessons.0.questions.0.right': 'not-a-choice',
      'lessons.0.questions.0.answers.0.explanation.en': 'required',
    });
    const waiver = await app.db.query<{ id: string }>(
      `INSERT INTO volunteers.credential_type (kind, name, name_es) VALUES ('waiver', 'W', 'W') RETURNING id`,
    );
    expect(faultsOf(await create(mo, 'bad', { credentialTypeId: waiver[0]!.id }))).toEqual({
      credentialTypeId: 'not-a-choice',
    });
    const empty = (await create(mo, 'empty', { lessons: [] })).data['createCourse']!;
    expect(faultsOf(await publish(mo, empty.id))).toEqual({ lessons: 'required' });
    expect(refusal(await publish(mo, empty.id, false))).toBe('COURSE_STATUS');
  });
});
