import { graphql } from '../graphql.js';
import { payFragment } from './pay.js';

/** Fields of an opportunity card, for the public, the business and staff. */
export const opportunityFacts = graphql(
  `
    fragment OpportunityFacts on OpportunityFacts @_unmask {
      id
      kind
      title
      language
      pay {
        ...Pay
      }
      hoursPerWeek
      schedule
      nightWork
      remote
      place
      idNeeded
      backgroundCheck
      trainingPaid
      childcareHours
      transport
      equipment
      businessName
      businessCity
    }
  `,
  [payFragment],
);

/** Full public details of an opportunity. */
export const opportunityDetails = graphql(
  `
    fragment OpportunityDetails on OpportunityFacts @_unmask {
      ...OpportunityFacts
      description
      startsOn
      supervisorName
      acceptableRecords
      languages
    }
  `,
  [opportunityFacts],
);
