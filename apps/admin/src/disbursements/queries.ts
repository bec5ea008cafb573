import { graphql, type ResultOf } from '@upstander/api-client';
import type { RowOf } from '../parts/lists/connection';

export const overdueQuery = graphql(`
  query OverdueDisbursements {
    overdueDisbursements {
      campaignId
      campaignTitle
      beneficiaryName
      disbursable {
        amountMinor
        currency
      }
      dueSince
    }
  }
`);

export const holdersQuery = graphql(`
  query FundraisersThatHold {
    manageCampaigns(status: [LIVE, PAUSED, ENDED], first: 100) {
      edges {
        node {
          id
          title
          currency
          timeZone
          beneficiary {
            id
            name
          }
          disbursable {
            amountMinor
            currency
          }
        }
      }
    }
  }
`);

export type Holder = ResultOf<typeof holdersQuery>['manageCampaigns']['edges'][number]['node'];

export const recordMutation = graphql(`
  mutation RecordDisbursement($input: RecordDisbursementInput!) {
    recordDisbursement(input: $input) {
      id
    }
  }
`);

export const approveMutation = graphql(`
  mutation ApproveDisbursement($input: DisbursementIdInput!) {
    approveDisbursement(input: $input) {
      id
    }
  }
`);

export const refuseMutation = graphql(`
  mutation RefuseDisbursement($input: RefuseDisbursementInput!) {
    refuseDisbursement(input: $input) {
      id
    }
  }
`);

export const proofKinds = 'application/pdf,image/jpeg,image/png';

export const addEvidenceMutation = graphql(`
  mutation AddDisbursementEvidence($input: AddDisbursementEvidenceInput!) {
    addDisbursementEvidence(input: $input) {
      id
    }
  }
`);

export const disbursementsQuery = graphql(`
  query Disbursements($campaignId: ID, $status: [DisbursementStatus!], $first: Int, $after: String) {
    disbursements(campaignId: $campaignId, status: $status, first: $first, after: $after) {
      edges {
        node {
          id
          amount {
            amountMinor
            currency
          }
          paidOn
          reference
          evidenceUrl
          evidenceAddedBy
          evidenceAddedAt
          status
          refusalNote
          beneficiaryName
          campaignId
          campaignTitle
          recordedBy
          recordedById
          recordedAt
          decidedBy
          decidedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
      sums {
        amount {
          amountMinor
          currency
        }
      }
    }
  }
`);

export type Disbursement = RowOf<ResultOf<typeof disbursementsQuery>, 'disbursements'>;
