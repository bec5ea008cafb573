import { graphql } from '../graphql.js';

/** What everybody is told of an event, whoever reads it: its page, its organizers, somebody who is signed up. */
export const eventFacts = graphql(`
  fragment EventFacts on Event @_unmask {
    slug
    title
    status
    timeZone
    online
    place
    onlineUrl
    cancelReason
    contactName
    contactEmail
    bring
    maxGuests
    withMinors
    accessibility
    languages
    agenda {
      time
      text
      textEs
    }
  }
`);

/** A line in the lists of those who manage events. */
export const eventRow = graphql(`
  fragment EventRow on Event @_unmask {
    id
    title
    startsAt
    endsAt
    timeZone
    status
    online
    place
    chapter {
      id
      name
    }
    shifts {
      id
      capacity
      taken
      waiting
    }
  }
`);
