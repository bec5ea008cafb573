import { type FragmentOf, graphql, type ResultOf } from '@upstander/api-client';

/** What a card in the list shows of an offer. */
export const OpportunityCard = graphql(`
  fragment OpportunityCard on Opportunity @_unmask {
    id
    slug
    kind
    title
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
    remote
    place
    nightWork
    idNeeded
    backgroundCheck
    trainingPaid
    childcareHours
    transport
    equipment
    harmTags
    isPublic
    businessName
    businessCity
    businessCountry
  }
`);
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
        description
        descriptionHtml
        startsOn
        supervisorName
        acceptableRecords
        languages
        publishedAt
        expiresAt
        businessOffers
      }
    }
  `,
  [OpportunityCard],
);
export type OpportunityData = NonNullable<ResultOf<typeof OneOpportunity>['opportunity']>;
/** What an offer says, also before it is on the site. */
export type OfferWords = Omit<
  OpportunityData,
  'id' | 'slug' | 'description' | 'isPublic' | 'publishedAt' | 'expiresAt'
>;
