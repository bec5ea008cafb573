import { graphql } from '@upstander/api-client';

export const inboxFundraisersQuery = graphql(`
  query InboxFundraisers {
    manageCampaigns(status: [IN_REVIEW], sort: OLDEST, first: 50) {
      edges {
        node {
          id
          title
          organizerName
          submittedAt
        }
      }
      totalCount
      totalIsCapped
    }
  }
`);

export const inboxArticlesQuery = graphql(`
  query InboxArticles {
    manageArticles(filter: { waiting: true }, first: 50) {
      edges {
        node {
          id
          title
          titleEs
          audience
          withdrawalRequestedAt
        }
      }
      totalCount
      totalIsCapped
    }
  }
`);

export const hoursWaitingQuery = graphql(`
  query HoursWaiting {
    hoursToDecide(first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);
