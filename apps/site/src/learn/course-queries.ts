import { graphql, type ResultOf } from '@upstander/api-client';

export const CoursePage = graphql(`
  query CoursePage($slug: String!, $locale: Locale!, $progress: String) {
    course(slug: $slug, locale: $locale, progress: $progress) {
      slug
      title
      summary
      minutes
      finished
      credential {
        name
        validMonths
      }
      lessons {
        number
        title
        summary
        done
      }
    }
  }
`);

export const LessonPage = graphql(`
  query LessonPage($slug: String!, $locale: Locale!, $progress: String) {
    course(slug: $slug, locale: $locale, progress: $progress) {
      slug
      title
      lessons {
        number
        title
        summary
        note
        bodyHtml
        done
        questions {
          text
          answers {
            number
            text
          }
        }
      }
    }
  }
`);
export type LessonCourse = NonNullable<ResultOf<typeof LessonPage>['course']>;

export const CheckLesson = graphql(`
  query CheckLesson($slug: String!, $lesson: Int!, $answers: [Int!]!, $locale: Locale!, $progress: String) {
    checkLesson(slug: $slug, lesson: $lesson, answers: $answers, locale: $locale, progress: $progress) {
      answers {
        chosen
        isCorrect
        explanation
      }
      passed
      finished
      progress
    }
  }
`);
export type CheckedAnswers = ResultOf<typeof CheckLesson>['checkLesson'];

export const FinishPage = graphql(`
  query FinishPage($slug: String!, $locale: Locale!, $progress: String!) {
    me {
      name
    }
    course(slug: $slug, locale: $locale, progress: $progress) {
      slug
      title
      finished
      credential {
        name
      }
    }
  }
`);

export const CompleteCourse = graphql(`
  mutation CompleteCourse($slug: String!, $progress: String!, $name: String!) {
    completeCourse(slug: $slug, progress: $progress, name: $name) {
      expiresOn
      certificateUrl
      badgeUrl
    }
  }
`);
