import { graphql } from '../graphql.js';
import { payFragment } from './pay.js';

/** Opportunity card for the public, the business and staff. */
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
