import { type FragmentOf, graphql } from '@upstander/api-client';

export const ServiceCard = graphql(`
  fragment ServiceCard on Service @_unmask {
    id
    slug
    name
    organizationName
    needs
    description
    descriptionEs
    languages
    city
    area
    areaEs
    phone
    isAddressConfidential
    servedAreaNames
    distanceKm
    isNear
    isFictional
  }
`);
export type ServiceCardData = FragmentOf<typeof ServiceCard>;
export type ServiceNeed = ServiceCardData['needs'][number];

export const ServiceList = graphql(
  `
    query ServiceList($filter: ServiceFilter, $near: NearService, $first: Int, $after: String) {
      services(filter: $filter, near: $near, first: $first, after: $after) {
        edges {
          node {
            ...ServiceCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
        postcodeKnown
      }
    }
  `,
  [ServiceCard],
);

export const OneService = graphql(
  `
    query OneService($slug: String!) {
      service(slug: $slug) {
        ...ServiceCard
        eligibility
        eligibilityEs
        minimumAge
        maximumAge
        fees
        feesEs
        address
        region
        postcode
        email
        url
        schedule
        scheduleEs
        assuredOn
      }
    }
  `,
  [ServiceCard],
);
