import { graphql } from '@upstander/api-client';

/** How much waits for a yes or a no. */
export const approvalsWaitingQuery = graphql(`
  query ApprovalsWaiting {
    approvals(first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);

/** Counts of help lines and services that need a check, and of help line changes that need my approval. */
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

/** How many messages from the site nobody has answered. */
export const siteMessagesWaitingQuery = graphql(`
  query SiteMessagesWaiting {
    siteMessages(filter: { status: OPEN }, first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);

/** Counts requests for school talks that have no reply yet. */
export const schoolTalksWaitingQuery = graphql(`
  query SchoolTalksWaiting {
    schoolTalks(filter: { status: NEW }, first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);

/** How many people wait to take along, or to have erased, what is kept of them. */
export const dataRequestsWaitingQuery = graphql(`
  query DataRequestsWaiting {
    dataRequests(filter: { open: true }, first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);

/** How many photos end soon, or may not be shown any more. */
export const photosNeedYouQuery = graphql(`
  query PhotosNeedYou {
    photosNeedYou
  }
`);

/** Whether the list of who read what is whole, as the last night found it. */
export const lastAuditCheckQuery = graphql(`
  query LastAuditCheck {
    lastAuditCheck {
      ok
      firstBroken
      rows
      checkedAt
    }
  }
`);

/** How many are new and with nobody, and in how many of mine somebody has written: numbers alone. */
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

/** How many articles wait for my approval, or are to be read again. */
export const articlesNeedYouQuery = graphql(`
  query ArticlesNeedYou {
    articlesNeedYou {
      toApprove
      reviewDue
    }
  }
`);
