import { graphql } from '../graphql.js';

/** What a shift asks and how full it is, for whoever signs up and for whoever fills it. */
export const shiftFacts = graphql(`
  fragment ShiftFacts on Shift @_unmask {
    id
    role
    startsAt
    endsAt
    capacity
    placesLeft
    waiting
    minimumAge
    note
  }
`);

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

/** Which event it is, and when, for those who manage events. */
export const eventHead = graphql(`
  fragment EventHead on Event @_unmask {
    id
    title
    status
    startsAt
    endsAt
    timeZone
  }
`);

/** A line in the lists of those who manage events. */
export const eventRow = graphql(
  `
    fragment EventRow on Event @_unmask {
      ...EventHead
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
  `,
  [eventHead],
);
