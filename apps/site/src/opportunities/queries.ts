import { type FragmentOf, graphql, opportunityDetails, opportunityFacts, type ResultOf } from '@upstander/api-client';

export const OpportunityCard = graphql(
  `
    fragment OpportunityCard on Opportunity @_unmask {
      ...OpportunityFacts
      slug
      harmTags
      isPublic
      businessCountry
    }
  `,
  [opportunityFacts],
);
export type OpportunityCardData = FragmentOf<typeof OpportunityCard>;
export type HarmTag = OpportunityCardData['harmTags'][number];
export type OpportunityKind = OpportunityCardData['kind'];

export const OpportunityList = graphql(
  `
    query OpportunityList($filter: OpportunityFilter, $first: Int, $after: String) {
      opportunities(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...OpportunityCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [OpportunityCard],
);

export const OneOpportunity = graphql(
  `
    query OneOpportunity($slug: String!) {
      opportunity(slug: $slug) {
        ...OpportunityCard
        ...OpportunityDetails
        descriptionHtml
        publishedAt
        expiresAt
        businessOffers
      }
    }
  `,
  [OpportunityCard, opportunityDetails],
);
export type OpportunityData = NonNullable<ResultOf<typeof OneOpportunity>['opportunity']>;
/** Texts of an opportunity, also before it's published. */
export type OfferWords = Omit<
  OpportunityData,
  '__typename' | 'id' | 'slug' | 'description' | 'isPublic' | 'publishedAt' | 'expiresAt'
>;
