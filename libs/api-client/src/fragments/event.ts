import { graphql } from '../graphql.js';

export const shiftFacts = graphql(`
  fragment ShiftFacts on Shift @_unmask {
    id
    role
    startsAt
    endsAt
    capacity
    placesLeft
    reserved
    reservedUntil
    waiting
    minimumAge
    note
  }
`);

/** For the event page, organizers and signed-up volunteers. */
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
    maxGroupSize
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
