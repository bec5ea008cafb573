import { graphql } from '@upstander/api-client';

export const createChapterMutation = graphql(`
  mutation CreateChapter(
    $name: String!
    $timeZone: TimeZone!
    $city: String!
    $meetingPlace: String
    $postcode: String
    $contactEmail: EmailAddress
  ) {
    createChapter(
      name: $name
      timeZone: $timeZone
      city: $city
      meetingPlace: $meetingPlace
      postcode: $postcode
      contactEmail: $contactEmail
    ) {
      id
    }
  }
`);

export const updateChapterMutation = graphql(`
  mutation UpdateChapter(
    $id: ID!
    $name: String!
    $timeZone: TimeZone!
    $city: String!
    $meetingPlace: String
    $postcode: String
    $contactEmail: EmailAddress
  ) {
    updateChapter(
      id: $id
      name: $name
      timeZone: $timeZone
      city: $city
      meetingPlace: $meetingPlace
      postcode: $postcode
      contactEmail: $contactEmail
    ) {
      id
    }
  }
`);

export const chapterPeopleQuery = graphql(`
  query ChapterPeople($slug: String!) {
    chapterPeople(slug: $slug) {
      id
      name
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
