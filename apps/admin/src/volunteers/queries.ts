import { credentialRow, graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const volunteerChoicesQuery = graphql(`
  query VolunteerChoices {
    volunteerTerms(kind: SKILL) {
      id
      name
      nameEs
    }
    interests: volunteerTerms(kind: INTEREST) {
      id
      name
      nameEs
    }
    volunteerTags {
      name
      count
    }
  }
`);

export const hoursRow = graphql(`
  fragment HoursRow on ManagedHours @_unmask {
    id
    name
    volunteerId
    day
    minutes
    activity
    status
    note
    decidedByName
    createdAt
    chapter {
      id
      name
    }
    corrections {
      minutesBefore
      reason
      by
      at
    }
  }
`);

const signupRow = graphql(`
  fragment VolunteerSignupRow on VolunteerSignup @_unmask {
    id
    name
    status
    position
    addressConfirmed
    shift {
      id
      role
      startsAt
      endsAt
    }
    event {
      id
      title
      timeZone
    }
  }
`);

export const volunteerQuery = graphql(
  `
    query Volunteer($id: ID!) {
      volunteer(id: $id) {
        id
        name
        preferredName
        email
        addressConfirmed
        deliveryProblem {
          kind
          reason
          since
        }
        sms {
          consents {
            id
            number
            channel
            source
            wording
            givenAt
            revokedAt
            revokedBy
            revokedDetail
          }
          texts {
            id
            template
            status
            dueAt
            sentAt
            errorCode
            lastError
            answer
          }
        }
        phone
        locale
        languages
        isMinor
        accessibilityNeeds
        homeChapterId
        postcode
        skillIds
        interestIds
        version
        tags
        standings {
          chapterId
          chapterName
          standing
        }
        activeAt
        createdAt
        homeChapter {
          id
          name
        }
        skills {
          id
          name
          nameEs
        }
        interests {
          id
          name
          nameEs
        }
        availability {
          weekday
          from
          until
        }
        ahead: signups {
          ...VolunteerSignupRow
        }
        past: signups(past: true) {
          ...VolunteerSignupRow
        }
        hours {
          ...HoursRow
        }
        hoursTotal {
          minutes
          minutesLastYear
        }
        credentials {
          ...CredentialRow
        }
        messages {
          id
          subject
          body
          author
          sentAt
        }
        notes {
          id
          body
          author
          mayDelete
          createdAt
        }
        merges {
          id
          email
          by
          mergedAt
          undoableUntil
        }
        timeline {
          id
          kind
          at
          by
          detail
        }
      }
    }
  `,
  [signupRow, hoursRow, credentialRow],
);

export type VolunteerDetails = ResultOf<typeof volunteerQuery>['volunteer'];

export const updateVolunteerMutation = graphql(`
  mutation UpdateVolunteer($id: ID!, $input: VolunteerInput!) {
    updateVolunteer(id: $id, input: $input) {
      id
    }
  }
`);

export const tagMutation = graphql(`
  mutation TagVolunteers($ids: [ID!], $matching: VolunteerSelection, $tag: String!, $chapterId: ID) {
    tagVolunteers(ids: $ids, matching: $matching, tag: $tag, chapterId: $chapterId)
  }
`);

export type SelectedVolunteers = Pick<VariablesOf<typeof tagMutation>, 'ids' | 'matching'>;

export const standingMutation = graphql(`
  mutation SetVolunteerStanding($ids: [ID!]!, $standing: VolunteerStanding!, $chapterId: ID) {
    setVolunteerStanding(ids: $ids, standing: $standing, chapterId: $chapterId)
  }
`);

export const untagMutation = graphql(`
  mutation UntagVolunteers($ids: [ID!]!, $tag: String!) {
    untagVolunteers(ids: $ids, tag: $tag)
  }
`);

export const messageMutation = graphql(`
  mutation MessageVolunteers($input: MessageVolunteersInput!) {
    messageVolunteers(input: $input)
  }
`);

export const addNoteMutation = graphql(`
  mutation AddVolunteerNote($volunteerId: ID!, $body: String!, $chapterId: ID) {
    addVolunteerNote(volunteerId: $volunteerId, body: $body, chapterId: $chapterId) {
      id
    }
  }
`);

export const deleteNoteMutation = graphql(`
  mutation DeleteVolunteerNote($id: ID!) {
    deleteVolunteerNote(id: $id) {
      ok
    }
  }
`);

export const hoursToDecideQuery = graphql(
  `
    query HoursToDecide($first: Int, $after: String) {
      hoursToDecide(first: $first, after: $after) {
        edges {
          node {
            ...HoursRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [hoursRow],
);

export type HoursRow = ResultOf<typeof hoursRow>;
