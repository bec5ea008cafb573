import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { anAccount } from './people.js';

const words = { title: 'A title', summary: 'In short.', note: 'First.', body: 'Text.' };
const sources = [{ title: 'About', publisher: 'CDC', year: 2024, url: 'https://www.cdc.gov/about' }];
const input = () => ({
  audience: 'EVERYONE',
  reviewBy: '2099-01-01',
  reviewedBy: randomUUID(),
  sources,
  en: words,
  es: words,
  spanishConfirmed: true,
});
const slug = () => `a-${randomUUID()}`;

/** Creates an article by another person, so that callers aren't its author. */
export async function anArticle({ app }: Pick<Place, 'app'>, status: 'draft' | 'submitted' | 'published' = 'draft') {
  const { id: writerId } = await anAccount(app.db, {});
  const name = slug();
  const [article] = await app.db.query<{ id: string }>(
    `INSERT INTO learning.article (slug, audience, position, status, sources, reviewed_on, review_by, edited_at)
     VALUES ($1, 'everyone', 90, $2, $3, '2020-01-01', '2099-01-01', now()) RETURNING id`,
    [name, status === 'published' ? 'published' : 'draft', JSON.stringify(sources)],
  );
  const [version] = await app.db.query<{ id: string }>(
    `INSERT INTO learning.article_version (article_id, number, status, audience, review_by, sources, texts, spanish_in_step,
       written_by, written_at)
     VALUES ($1, 1, $2, 'everyone', '2099-01-01', $3, $4, true, $5, now()) RETURNING id`,
    [
      article!.id,
      status === 'published' ? 'published' : 'draft',
      JSON.stringify(sources),
      JSON.stringify({ en: words, es: words }),
      writerId,
    ],
  );
  if (status === 'submitted') {
    await app.db.query(`UPDATE learning.article_version SET status = 'submitted' WHERE id = $1`, [version!.id]);
  }
  if (status === 'published') {
    await app.db.query(
      `INSERT INTO learning.article_text (article_id, locale, title, summary, note, body)
       VALUES ($1, 'en', 'A title', 'In short.', 'First.', 'Text.'), ($1, 'es', 'Un título', 'En breve.', 'Primero.', 'Texto.')`,
      [article!.id],
    );
  }
  return { id: article!.id, slug: name };
}

const articleSample =
  (status: 'draft' | 'submitted' | 'published', extra: () => object = () => ({})): MakeSample =>
  async (place) => ({ variables: { id: (await anArticle(place, status)).id, ...extra() } });

const withdrawalOf: MakeSample = async (place) => {
  const { id } = await anArticle(place, 'published');
  const { accountId } = await place.app.signedIn({ role: 'organizer' });
  await place.app.db.query(
    `UPDATE learning.article SET withdrawal_requested_by = $2, withdrawal_requested_at = now(), withdrawal_reason = 'Old.'
     WHERE id = $1`,
    [id, accountId],
  );
  return { variables: { id } };
};

const inBothLanguages = (text: string) => ({ en: text, es: text });
const courseInput = async (place: Pick<Place, 'app'>) => ({
  audience: 'EVERYONE',
  minutes: 10,
  en: { title: 'Short', summary: 'In short.' },
  es: { title: 'Breve', summary: 'En breve.' },
  lessons: [
    {
      articleId: (await anArticle(place, 'published')).id,
      questions: [
        {
          question: inBothLanguages('Is it?'),
          answers: [inBothLanguages('Yes'), inBothLanguages('No')].map((text) => ({
            text,
            explanation: inBothLanguages('So.'),
          })),
          right: 0,
        },
      ],
    },
  ],
});
async function aCourse(place: Pick<Place, 'app'>): Promise<{ id: string; slug: string; progress: string }> {
  const { lessons, en, es } = await courseInput(place);
  const storedQuestions = lessons[0]!.questions.map(({ answers, ...question }) => ({
    ...question,
    answers: answers.map(({ text, explanation }) => ({ text, why: explanation })),
  }));
  const name = slug();
  const [course] = await place.app.db.query<{ id: string }>(
    `INSERT INTO learning.course (slug, audience, position, status, minutes, texts) VALUES ($1, 'everyone', 90, 'published', 10, $2)
     RETURNING id`,
    [name, JSON.stringify({ en, es })],
  );
  await place.app.db.query(
    'INSERT INTO learning.lesson (course_id, number, article_id, questions) VALUES ($1, 1, $2, $3)',
    [course!.id, lessons[0]!.articleId, JSON.stringify(storedQuestions)],
  );
  const progress = place.app.nest.get(SignedIds).sign('course-progress-1', course!.id, 1);
  return { id: course!.id, slug: name, progress };
}

export const learningSamples: Record<string, MakeSample> = {
  manageArticles: async (place) => {
    await anArticle(place, 'submitted');
    return {
      variables: { filter: { waiting: true }, first: 100 },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: unknown[] }).edges.length > 0,
    };
  },
  manageArticle: articleSample('draft'),
  articleTasks: () => ({ select: '{ awaitingApproval }' }),
  articlePreview: () => ({ variables: { body: `# ${randomUUID()}` } }),
  createArticle: () => ({ variables: { slug: slug(), input: input() } }),
  saveArticle: articleSample('draft', () => ({ input: input(), basedOn: 1 })),
  submitArticle: articleSample('draft', () => ({ version: 1 })),
  approveArticle: articleSample('submitted', () => ({ version: 1 })),
  returnArticle: articleSample('submitted', () => ({ version: 1, reason: 'Name the year.' })),
  courses: () => ({}),
  course: async (place) => ({ variables: { slug: (await aCourse(place)).slug } }),
  checkLesson: async (place) => ({ variables: { slug: (await aCourse(place)).slug, lesson: 1, answers: [0] } }),
  completeCourse: async (place) => {
    const { slug: name, progress } = await aCourse(place);
    return { variables: { slug: name, progress, name: 'Ana Reyes' } };
  },
  myCompletions: () => ({}),
  manageCourses: () => ({}),
  manageCourse: async (place) => ({ variables: { id: (await aCourse(place)).id } }),
  createCourse: async (place) => ({ variables: { slug: slug(), input: await courseInput(place) } }),
  updateCourse: async (place) => ({ variables: { id: (await aCourse(place)).id, input: await courseInput(place) } }),
  publishCourse: async (place) => ({ variables: { id: (await aCourse(place)).id, published: true } }),
  withdrawArticle: articleSample('published', () => ({ reason: 'The number changed.' })),
  confirmArticleWithdrawal: withdrawalOf,
  cancelArticleWithdrawal: withdrawalOf,
};

export const learningRouteSamples: Record<string, MakeSample> = {
  'GET /certificates/:token.pdf': async (place) => ({ path: `/certificates/${await certificate(place)}.pdf` }),
  'GET /certificates/:token.jwt': async (place) => ({ path: `/certificates/${await certificate(place)}.jwt` }),
  'GET /badges/:token.jwt': async (place) => ({ path: `/badges/${await certificate(place)}.jwt` }),
  'GET /.well-known/badge-key-rs256.json': () => ({ path: '/.well-known/badge-key-rs256.json' }),
  'GET /.well-known/badge-key.json': () => ({ path: '/.well-known/badge-key.json' }),
  'GET /.well-known/jwks.json': () => ({ path: '/.well-known/jwks.json' }),
  'GET /.well-known/badge-issuer.json': () => ({ path: '/.well-known/badge-issuer.json' }),
};

async function certificate({ app }: Pick<Place, 'app'>): Promise<string> {
  const { id: courseId } = await aCourse({ app });
  const [volunteer] = await app.db.query<{ id: string }>(
    `INSERT INTO volunteers.volunteer (email, name) VALUES ($1, 'Ana Reyes') RETURNING id`,
    [`${randomUUID()}@example.org`],
  );
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO learning.course_completion (course_id, edition, volunteer_id, name, completed_on, created_at)
     VALUES ($1, 1, $2, 'Ana Reyes', '2026-12-01', now()) RETURNING id`,
    [courseId, volunteer!.id],
  );
  return app.nest.get(SignedIds).sign('certificate', row!.id);
}
