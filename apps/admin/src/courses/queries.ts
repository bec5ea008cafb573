import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const coursesQuery = graphql(`
  query ManageCourses {
    manageCourses {
      id
      slug
      audience
      status
      minutes
      credential
      completions
      en {
        title
      }
      lessonCount
      allArticlesPublished
    }
  }
`);

export const courseQuery = graphql(`
  query ManageCourse($id: ID!) {
    manageCourse(id: $id) {
      id
      slug
      audience
      status
      edition
      minutes
      credentialTypeId
      completions
      en {
        title
        summary
      }
      es {
        title
        summary
      }
      lessons {
        articleId
        title
        onSite
        questions {
          question {
            en
            es
          }
          answers {
            text {
              en
              es
            }
            explanation {
              en
              es
            }
          }
          right
        }
      }
    }
  }
`);

export const choicesQuery = graphql(`
  query CourseChoices {
    manageArticles(first: 100) {
      edges {
        node {
          id
          title
          slug
          status
        }
      }
    }
  }
`);

export const createCourseMutation = graphql(`
  mutation CreateCourse($slug: String!, $input: CourseInput!) {
    createCourse(slug: $slug, input: $input) {
      id
    }
  }
`);

export const updateCourseMutation = graphql(`
  mutation UpdateCourse($id: ID!, $input: CourseInput!) {
    updateCourse(id: $id, input: $input) {
      id
    }
  }
`);

export const publishCourseMutation = graphql(`
  mutation PublishCourse($id: ID!, $published: Boolean!) {
    publishCourse(id: $id, published: $published) {
      id
    }
  }
`);

export type Course = ResultOf<typeof courseQuery>['manageCourse'];
export type Choices = ResultOf<typeof choicesQuery>;
export type CourseInput = VariablesOf<typeof updateCourseMutation>['input'];
