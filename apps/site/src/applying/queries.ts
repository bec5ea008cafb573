import { graphql } from '@upstander/api-client';

export const Apply = graphql(`
  mutation Apply($input: ApplyInput!) {
    applyToOpportunity(input: $input) {
      replyCode
    }
  }
`);

/** As much of an offer as the questions about it show. */
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
