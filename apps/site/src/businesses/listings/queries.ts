import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';
import { BusinessHead } from '../queries';

export const MyListings = graphql(
  `
    query MyListings($id: ID!) {
      me {
        email
      }
      myBusiness(id: $id) {
        ...BusinessHead
      }
      myOpportunities(businessId: $id) {
        id
        kind
        title
        status
        statusReason
        isShown
        expiresAt
        flags {
          rule
        }
      }
    }
  `,
  [BusinessHead],
);
export type ListingLine = ResultOf<typeof MyListings>['myOpportunities'][number];

/** Everything the form and the preview need of a listing of one's own. */
export const OwnListing = graphql(`
  fragment OwnListing on MyOpportunity @_unmask {
    id
    kind
    title
    description
    descriptionHtml
    language
    pay {
      min {
        amountMinor
        currency
      }
      max {
        amountMinor
        currency
      }
      unit
    }
    hoursPerWeek
    schedule
    nightWork
    remote
    place
    startsOn
    supervisorName
    idNeeded
    backgroundCheck
    acceptableRecords
    transport
    equipment
    childcareHours
    trainingPaid
    languages
    businessName
    businessCity
    businessCountry
    businessOffers
    status
    statusReason
    wantsPublic
    flags {
      rule
      field
      excerpt
    }
    isShown
    expiresAt
    mayRenew
    renewalNeedsReview
  }
`);
export type OwnListing = FragmentOf<typeof OwnListing>;

export const MyListing = graphql(
  `
    query MyListing($business: ID!, $id: ID!) {
      organisation {
        currencies
      }
      me {
        email
      }
      myBusiness(id: $business) {
        ...BusinessHead
        city
        country
        offers
      }
      myOpportunity(id: $id) {
        ...OwnListing
      }
    }
  `,
  [BusinessHead, OwnListing],
);

export const ListingStart = graphql(
  `
    query ListingStart($id: ID!) {
      organisation {
        currencies
      }
      me {
        email
      }
      myBusiness(id: $id) {
        ...BusinessHead
        supervisorName
        city
        country
        offers
      }
    }
  `,
  [BusinessHead],
);

export const LookAtListing = graphql(`
  query LookAtListing($input: OpportunityInput!) {
    opportunityPreview(input: $input) {
      descriptionHtml
      flags {
        rule
        field
        excerpt
      }
    }
  }
`);
export type Look = ResultOf<typeof LookAtListing>['opportunityPreview'];
export type Flag = Look['flags'][number];
export type OpportunityInput = VariablesOf<typeof LookAtListing>['input'];

export const PostOpportunity = graphql(`
  mutation PostOpportunity($input: PostOpportunityInput!) {
    postOpportunity(input: $input) {
      id
    }
  }
`);

export const UpdateOpportunity = graphql(`
  mutation UpdateOpportunity($input: UpdateOpportunityInput!) {
    updateOpportunity(input: $input) {
      id
    }
  }
`);

export const SubmitOpportunity = graphql(`
  mutation SubmitOpportunity($input: OpportunityIdInput!) {
    submitOpportunity(input: $input) {
      id
    }
  }
`);

export const RenewOpportunity = graphql(`
  mutation RenewOpportunity($input: OpportunityIdInput!) {
    renewOpportunity(input: $input) {
      status
    }
  }
`);

export const FillOpportunity = graphql(`
  mutation FillOpportunity($input: OpportunityIdInput!) {
    fillOpportunity(input: $input) {
      id
    }
  }
`);

export const WithdrawOpportunity = graphql(`
  mutation WithdrawOpportunity($input: OpportunityIdInput!) {
    withdrawOpportunity(input: $input) {
      id
    }
  }
`);

export const ListingByToken = graphql(`
  query ListingByToken($token: String!) {
    opportunityByToken(token: $token) {
      title
      status
      isShown
      expiresAt
      mayRenew
      renewalNeedsReview
    }
  }
`);
export type ListingByTokenData = NonNullable<ResultOf<typeof ListingByToken>['opportunityByToken']>;

export const RenewByToken = graphql(`
  mutation RenewByToken($input: OpportunityTokenInput!) {
    renewByToken(input: $input) {
      status
    }
  }
`);

export const FillByToken = graphql(`
  mutation FillByToken($input: OpportunityTokenInput!) {
    fillByToken(input: $input) {
      status
    }
  }
`);
