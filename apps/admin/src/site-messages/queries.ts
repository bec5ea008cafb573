import { graphql, type ResultOf } from '@upstander/api-client';

const messageRow = graphql(`
  fragment SiteMessageRow on ManagedSiteMessage @_unmask {
    id
    name
    email
    sentFrom
    subject
    body
    quoted
    attachmentNames
    isAutomatic
    language
    status
    replyToId
    volunteerId
    chapterName
    answeredAt
    answeredByName
    receivedAt
  }
`);

export const messagesQuery = graphql(
  `
    query SiteMessages($filter: SiteMessageFilter, $first: Int, $after: String) {
      siteMessages(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...SiteMessageRow
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
  [messageRow],
);
export type SiteMessage = ResultOf<typeof messagesQuery>['siteMessages']['edges'][number]['node'];

export const setStatusMutation = graphql(`
  mutation SetSiteMessageStatus($id: ID!, $status: SiteMessageStatus!) {
    setSiteMessageStatus(id: $id, status: $status) {
      id
      status
    }
  }
`);

export const deleteMutation = graphql(`
  mutation DeleteSiteMessage($id: ID!) {
    deleteSiteMessage(id: $id) {
      ok
    }
  }
`);
