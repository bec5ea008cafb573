import { type FragmentOf, graphql, type ResultOf } from '@upstander/api-client';

export const BusinessHead = graphql(`
  fragment BusinessHead on MyBusiness @_unmask {
    id
    legalName
    status
    myRole
    mayPost
    frozen
  }
`);
export type BusinessHeadData = FragmentOf<typeof BusinessHead>;

export const MyBusinesses = graphql(
  `
    query MyBusinesses {
      me {
        email
      }
      myBusinesses {
        ...BusinessHead
      }
    }
  `,
  [BusinessHead],
);

export const OneBusiness = graphql(
  `
    query OneBusiness($id: ID!) {
      me {
        email
      }
      myBusiness(id: $id) {
        ...BusinessHead
      }
    }
  `,
  [BusinessHead],
);

export const MyBusiness = graphql(
  `
    query MyBusiness($id: ID!) {
      me {
        id
        email
      }
      myBusiness(id: $id) {
        ...BusinessHead
        registrationNumber
        street
        city
        region
        postalCode
        country
        website
        supervisorName
        supervisorTitle
        supervisorPhone
        offers
        statusReason
        approvedUntil
        renewing
        submittedAt
        mayResubmit
        members {
          accountId
          name
          email
          role
          frozen
        }
        domainVerification {
          domain
          state
          sentTo
        }
        history {
          at
          kind
          note
        }
        completedEvidence
        approvalsGiven
        approvalsNeeded
      }
    }
  `,
  [BusinessHead],
);
export type MyBusinessData = NonNullable<ResultOf<typeof MyBusiness>['myBusiness']>;
