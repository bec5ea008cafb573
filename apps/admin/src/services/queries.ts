import { graphql, type ResultOf } from '@upstander/api-client';

export const serviceRow = graphql(`
  fragment ServiceRow on ManagedService @_unmask {
    id
    organizationName
    name
    needs
    city
    confidentialParts
    isFictional
    published
    assuredOn
  }
`);

export const serviceQuery = graphql(
  `
    query ManagedService($id: ID!) {
      managedService(id: $id) {
        ...ServiceRow
        slug
        description
        descriptionEs
        eligibility
        eligibilityEs
        minimumAge
        maximumAge
        fees
        feesEs
        languages
        address
        region
        postcode
        phone
        email
        url
        schedule
        scheduleEs
        area
        areaEs
        servedAreas
        servedAreaNames
        searchPostcode
      }
    }
  `,
  [serviceRow],
);
export type ServiceData = ResultOf<typeof serviceQuery>['managedService'];
