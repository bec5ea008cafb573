import { graphql } from '@upstander/api-client';
import { EventFundraiser } from '../events/queries';
import { RegistrationFormFacts } from '../registrations/queries';

export const EventOffers = graphql(
  `
    query EventOffers($event: ID!) {
      campaigns(filter: { eventId: $event, ended: false }, first: 6) {
        edges {
          node {
            ...EventFundraiser
          }
        }
      }
      registrationForm(eventId: $event) {
        ...RegistrationFormFacts
      }
    }
  `,
  [EventFundraiser, RegistrationFormFacts],
);
