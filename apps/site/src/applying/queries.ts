import { graphql } from '@upstander/api-client';

export const Apply = graphql(`
  mutation Apply($input: ApplyInput!) {
    applyToOpportunity(input: $input) {
      replyCode
    }
  }
`);

/** Name of an offer, for the questions about it. */
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
