import { eventHead, graphql, type FragmentOf, type ResultOf } from '@upstander/api-client';

const managedRegistrations = graphql(`
  fragment ManagedRegistrationsFacts on ManagedRegistrations @_unmask {
    id
    registered
    parties
    waiting
    unconfirmed
    arrived
    pastQuestions {
      id
      label
      kind
    }
    form {
      isEnabled
      opensAtLocal
      closesAtLocal
      capacity
      maxParty
      hasWaitlist
      giftCampaignId
      version
      phase
      questions {
        id
        label
        kind
        isRequired
        choices
      }
    }
  }
`);
export type EventRegistrations = FragmentOf<typeof managedRegistrations>;

export const eventRegistrationsQuery = graphql(
  `
    query EventRegistrations($eventId: ID!) {
      manageRegistrations(eventId: $eventId) {
        ...ManagedRegistrationsFacts
      }
    }
  `,
  [managedRegistrations],
);

export const registrationEventQuery = graphql(
  `
    query RegistrationEvent($eventId: ID!) {
      manageEvent(id: $eventId) {
        ...EventHead
        series {
          id
        }
      }
      manageRegistrations(eventId: $eventId) {
        ...ManagedRegistrationsFacts
      }
    }
  `,
  [eventHead, managedRegistrations],
);

export type RegistrationEvent = NonNullable<ResultOf<typeof registrationEventQuery>['manageEvent']>;

export const giftCampaignsQuery = graphql(`
  query GiftCampaigns {
    campaigns(filter: { ended: false }, first: 100) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`);

export const saveRegistrationFormMutation = graphql(
  `
    mutation SaveRegistrationForm($eventId: ID!, $input: RegistrationFormInput!) {
      saveRegistrationForm(eventId: $eventId, input: $input) {
        ...ManagedRegistrationsFacts
      }
    }
  `,
  [managedRegistrations],
);

const registrationRow = graphql(`
  fragment RegistrationRow on ManagedRegistration @_unmask {
    id
    name
    email
    status
    party
    position
    arrived
    addressConfirmed
    addedByName
    createdAt
    answers {
      questionId
      kind
      value
    }
  }
`);
export type RegistrationRow = FragmentOf<typeof registrationRow>;

export const registrationsQuery = graphql(
  `
    query Registrations(
      $eventId: ID!
      $filter: RegistrationFilter
      $sort: RegistrationOrder!
      $first: Int
      $after: String
    ) {
      registrations(eventId: $eventId, filter: $filter, sort: $sort, first: $first, after: $after) {
        edges {
          node {
            ...RegistrationRow
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
  [registrationRow],
);

export const doorListQuery = graphql(`
  query DoorList($eventId: ID!, $after: String) {
    registrations(eventId: $eventId, filter: { status: [CONFIRMED] }, sort: NAME, first: 100, after: $after) {
      edges {
        node {
          id
          name
          party
          arrived
          addressConfirmed
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type DoorPage = ResultOf<typeof doorListQuery>;
export type DoorRow = DoorPage['registrations']['edges'][number]['node'];

export const addRegistrationMutation = graphql(`
  mutation AddRegistration($input: AddRegistrationInput!) {
    addRegistration(input: $input) {
      id
      status
    }
  }
`);

export const changePartySizeMutation = graphql(`
  mutation ChangePartySize($id: ID!, $party: Int!) {
    changePartySize(id: $id, party: $party) {
      id
    }
  }
`);

export const removeRegistrationMutation = graphql(`
  mutation RemoveRegistration($id: ID!, $reason: String) {
    removeRegistration(id: $id, reason: $reason) {
      id
    }
  }
`);

export const checkInRegistrationMutation = graphql(`
  mutation CheckInRegistration($id: ID!, $arrived: Int!) {
    checkInRegistration(id: $id, arrived: $arrived) {
      id
      arrived
    }
  }
`);
