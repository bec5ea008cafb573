import { graphql, type ResultOf } from '@upstander/api-client';

export const RequestGivingLink = graphql(`
  mutation RequestGivingLink($input: RequestGivingLinkInput!) {
    requestGivingLink(input: $input) {
      ok
    }
  }
`);

export const StopAppeals = graphql(`
  mutation StopAppeals($input: StopAppealsInput!) {
    stopAppeals(input: $input) {
      ok
    }
  }
`);

/** The page size is a literal, because the query cost of a variable is calculated for a page of a hundred. */
export const MyGiving = graphql(`
  query MyGiving($token: String!, $after: String) {
    myGiving(token: $token, first: 25, after: $after) {
      emailMasked
      updatesWanted
      recurringGifts {
        id
        token
        status
        charged {
          amountMinor
          currency
        }
        nextChargeAt
        timeZone
        campaignTitle
      }
      years {
        year
        count
        total {
          amountMinor
          currency
        }
        statementUrl
      }
      gifts {
        edges {
          node {
            id
            token
            status
            charged {
              amountMinor
              currency
            }
            inKindDescription
            paidAt
            timeZone
            campaignTitle
            receipt {
              number
              pdfUrl
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
export type MyGivingData = NonNullable<ResultOf<typeof MyGiving>['myGiving']>;
