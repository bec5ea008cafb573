import { graphql } from '../graphql.js';
import { payFragment } from './pay.js';

/** What an opportunity says on its card, whoever reads it: everybody, its business, staff. */
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

/** Everything that a business says of what it offers, as its page has it. */
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
