import { amountFragment, graphql } from '@upstander/api-client';

export const findQuery = graphql(
  `
    query Find(
      $text: String!
      $events: Boolean!
      $parties: Boolean!
      $volunteers: Boolean!
      $fundraisers: Boolean!
      $gifts: Boolean!
      $businesses: Boolean!
      $accounts: Boolean!
    ) {
      manageEvents(filter: { text: $text, oncePerSeries: true }, sort: STARTS_AT_DESC, first: 5) @include(if: $events) {
        edges {
          node {
            id
            title
            startsAt
            timeZone
            otherDates
            series {
              id
              title
            }
          }
        }
      }
      parties(text: $text) @include(if: $parties) {
        id
        kind
        name
        people
        eventId
        eventTitle
        startsAt
        timeZone
      }
      volunteers(filter: { text: $text }, first: 5) @include(if: $volunteers) {
        edges {
          node {
            id
            name
            email
          }
        }
      }
      manageCampaigns(filter: { text: $text }, first: 5) @include(if: $fundraisers) {
        edges {
          node {
            id
            title
          }
        }
      }
      gifts(filter: { text: $text }, first: 5) @include(if: $gifts) {
        edges {
          node {
            id
            name
            campaignTitle
            createdAt
            paidAt
            charged {
              ...Amount
            }
          }
        }
      }
      manageBusinesses(filter: { search: $text }, first: 5) @include(if: $businesses) {
        edges {
          node {
            id
            legalName
          }
        }
      }
      accounts(text: $text, first: 5) @include(if: $accounts) {
        edges {
          node {
            id
            name
            email
          }
        }
      }
    }
  `,
  [amountFragment],
);
