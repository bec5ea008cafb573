import { type FragmentOf, graphql, opportunityDetails, type ResultOf, type VariablesOf } from '@upstander/api-client';
import { BusinessHead } from '../queries';

export const MyOpportunities = graphql(
  `
    query MyOpportunities($id: ID!) {
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
export type OpportunityLine = ResultOf<typeof MyOpportunities>['myOpportunities'][number];

export const OwnOpportunity = graphql(
  `
    fragment OwnOpportunity on MyOpportunity @_unmask {
      ...OpportunityDetails
      descriptionHtml
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
  `,
  [opportunityDetails],
);
export type OwnOpportunity = FragmentOf<typeof OwnOpportunity>;

export const MyOpportunity = graphql(
  `
    query MyOpportunity($business: ID!, $id: ID!) {
      organization {
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
        ...OwnOpportunity
      }
    }
  `,
  [BusinessHead, OwnOpportunity],
);

export const OpportunityStart = graphql(
  `
    query OpportunityStart($id: ID!) {
      organization {
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

export const PreviewOpportunity = graphql(`
  query PreviewOpportunity($input: OpportunityInput!) {
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
export type OpportunityPreviewData = ResultOf<typeof PreviewOpportunity>['opportunityPreview'];
export type Flag = OpportunityPreviewData['flags'][number];
export type OpportunityInput = VariablesOf<typeof PreviewOpportunity>['input'];

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

export const OpportunityByToken = graphql(`
  query OpportunityByToken($token: String!) {
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
export type OpportunityByTokenData = NonNullable<ResultOf<typeof OpportunityByToken>['opportunityByToken']>;

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
