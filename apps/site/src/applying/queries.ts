import { graphql } from '@upstander/api-client';

export const Apply = graphql(`
  mutation Apply($input: ApplyInput!) {
    applyToOpportunity(input: $input) {
      replyCode
    }
  }
`);

export const OfferName = graphql(`
  query OfferName($slug: String!) {
    opportunity(slug: $slug) {
      id
      slug
      title
      businessName
    }
  }
`);
