import { graphql, type ResultOf } from '@upstander/api-client';

export const approvalsWaitingQuery = graphql(`
  query ApprovalsWaiting {
    approvals(first: 50) {
      edges {
        node {
          id
          mine
        }
      }
      totalCount
      totalIsCapped
    }
  }
`);

/** Leaves out what waits for a second person after the user's own approval. */
export function approvalsForMe(approvals: ResultOf<typeof approvalsWaitingQuery>['approvals'] | undefined) {
  if (!approvals) return undefined;
  const { edges, totalCount, totalIsCapped } = approvals;
  return { totalCount: totalCount - edges.filter(({ node }) => node.mine).length, totalIsCapped };
}

export const directoryTasksQuery = graphql(`
  query DirectoryTasks {
    directoryTasks {
      helpLines
      helpLineChanges
      legalReviews
      services
    }
  }
`);

export const siteMessagesWaitingQuery = graphql(`
  query SiteMessagesWaiting {
    siteMessages(filter: { status: OPEN }, first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);

export const schoolTalksWaitingQuery = graphql(`
  query SchoolTalksWaiting {
    schoolTalks(filter: { status: NEW }, first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);

export const dataRequestsWaitingQuery = graphql(`
  query DataRequestsWaiting {
    dataRequests(filter: { open: true }, first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);

export const photoActionItemsQuery = graphql(`
  query PhotosNeedYou {
    photosWithExpiringConsent
  }
`);

export const lastAuditCheckQuery = graphql(`
  query LastAuditCheck {
    lastAuditCheck {
      ok
      firstInvalidRow
      rows
      checkedAt
    }
  }
`);

export const newRecordsQuery = graphql(`
  query NewRecords {
    sealedApplications(filter: { status: [NEW], mine: false }, first: 1) {
      totalCount
      totalIsCapped
    }
    sealedConsultations(filter: { status: [NEW], mine: false }, first: 1) {
      totalCount
      totalIsCapped
    }
    writtenApplications: sealedApplications(filter: { mine: true, unread: true }, first: 1) {
      totalCount
      totalIsCapped
    }
    closures: sealedApplications(filter: { needsAttention: true }, first: 1) {
      totalCount
      totalIsCapped
    }
    writtenConsultations: sealedConsultations(filter: { mine: true, unread: true }, first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);

export const articleActionItemsQuery = graphql(`
  query ArticleTasks {
    articleTasks {
      awaitingApproval
      reviewDue
    }
  }
`);
