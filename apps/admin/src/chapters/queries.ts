import { graphql } from '@upstander/api-client';

export const createChapterMutation = graphql(`
  mutation CreateChapter($name: String!, $timeZone: TimeZone!, $city: String!) {
    createChapter(name: $name, timeZone: $timeZone, city: $city) {
      id
    }
  }
`);

export const updateChapterMutation = graphql(`
  mutation UpdateChapter($id: ID!, $name: String!, $timeZone: TimeZone!, $city: String!) {
    updateChapter(id: $id, name: $name, timeZone: $timeZone, city: $city) {
      id
    }
  }
`);

export const closeChapterMutation = graphql(`
  mutation CloseChapter($id: ID!) {
    closeChapter(id: $id) {
      id
    }
  }
`);

export const reopenChapterMutation = graphql(`
  mutation ReopenChapter($id: ID!) {
    reopenChapter(id: $id) {
      id
    }
  }
`);
