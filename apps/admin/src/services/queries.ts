import { graphql, type ResultOf } from '@upstander/api-client';

export const serviceQuery = graphql(`
  query ManagedService($id: ID!) {
    managedService(id: $id) {
      id
      slug
      organizationName
      name
      needs
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
      city
      region
      postcode
      phone
      email
      url
      schedule
      scheduleEs
      area
      areaEs
      searchPostcode
      keptConfidential
      madeUp
      published
      assuredOn
    }
  }
`);
export type ServiceData = ResultOf<typeof serviceQuery>['managedService'];
