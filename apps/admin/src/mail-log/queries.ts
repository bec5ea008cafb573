import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const mailLogQuery = graphql(`
  query MailLog($filter: MailLogFilter, $first: Int, $after: String) {
    mailLog(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          template
          recipient
          status
          attempts
          dueAt
          sentAt
          lastError
          messageId
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
`);

export type MailLogData = ResultOf<typeof mailLogQuery>;
export type MailRow = MailLogData['mailLog']['edges'][number]['node'];
export type MailLogVariables = VariablesOf<typeof mailLogQuery>;

export const retryMailMutation = graphql(`
  mutation RetryMail($id: ID!) {
    retryMail(id: $id) {
      id
      status
      attempts
    }
  }
`);
