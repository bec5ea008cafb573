import { courses } from '@upstander/db';
import { randomUUID } from 'node:crypto';
import type { RequestOptions, TestApp } from './app.js';
import { aCredentialType } from './credentials.js';

export const shippedCourse = courses[0]!;
export const rightAnswers = shippedCourse.lessons.map(({ questions }) => questions.map(({ right }) => right));

export interface CheckedAnswers {
  answers: Array<{ chosen: number | null; isCorrect: boolean; explanation: string }>;
  passed: boolean;
  finished: boolean;
  progress: string;
}

export interface Completed {
  title: string;
  name: string;
  completedOn: string;
  expiresOn: string | null;
  certificateUrl: string;
  badgeUrl: string;
}

export async function check(
  app: TestApp,
  submission: { lesson: number; answers: readonly number[]; progress?: string; slug?: string; locale?: string },
) {
  return app.graphql<{ checkLesson: CheckedAnswers }>(
    `query ($slug: String!, $lesson: Int!, $answers: [Int!]!, $progress: String, $locale: Locale! = EN) {
       checkLesson(slug: $slug, lesson: $lesson, answers: $answers, progress: $progress, locale: $locale) {
         answers { chosen isCorrect explanation } passed finished progress
       }
     }`,
    { slug: shippedCourse.slug, ...submission },
  );
}

/** Returns the progress token of a learner who answered every lesson correctly. */
export async function wholeProgress(app: TestApp, slug = shippedCourse.slug): Promise<string> {
  let progress: string | undefined;
  for (const [at, answers] of rightAnswers.entries()) {
    const { data } = await check(app, { slug, lesson: at + 1, answers, ...(progress && { progress }) });
    ({ progress } = data.checkLesson);
  }
  return progress!;
}

export function completeLessons(app: TestApp, caller: RequestOptions, progress: string, name = 'Ana Reyes') {
  return app.graphql<{ completeCourse: Completed }>(
    `mutation ($slug: String!, $progress: String!, $name: String!) {
       completeCourse(slug: $slug, progress: $progress, name: $name) {
         title name completedOn expiresOn certificateUrl badgeUrl
       }
     }`,
    { slug: shippedCourse.slug, progress, name },
    caller,
  );
}

/** Makes the shipped course grant a training that is valid for a year. */
export async function courseGrants(app: TestApp, name = `Signs ${randomUUID()}`) {
  const type = await aCredentialType(app.db, { name, validMonths: 12 });
  await app.db.query('UPDATE learning.course SET credential_type_id = $1 WHERE slug = $2', [
    type.id,
    shippedCourse.slug,
  ]);
  return type;
}
