import { eventFacts, type FragmentOf, graphql, shiftFacts } from '@upstander/api-client';
import { pagePhotos } from '../photos/queries';

export const EventCard = graphql(`
  fragment EventCard on Event @_unmask {
    id
    slug
    title
    summary
    startsAt
    endsAt
    timeZone
    status
    online
    place
    languages
    opensAt
    seriesId
    series {
      slug
    }
    otherDates
    miles
    chapter {
      name
      slug
    }
    shifts {
      id
      placesLeft
      startsAt
      minimumAge
    }
  }
`);
export type EventCardData = FragmentOf<typeof EventCard>;

export const EventsPage = graphql(
  `
    query EventsPage($filter: EventFilter, $near: Near, $first: Int, $after: String) {
      events(filter: $filter, near: $near, first: $first, after: $after) {
        edges {
          node {
            ...EventCard
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
      chapters {
        id
        slug
        name
        city
      }
    }
  `,
  [EventCard],
);

export const ShiftChoice = graphql(
  `
    fragment ShiftChoice on Shift @_unmask {
      ...ShiftFacts
      requirements {
        isRequiredToSignUp
        dueAt
        type {
          id
          name
          nameEs
          howToGet
          howToGetEs
        }
      }
    }
  `,
  [shiftFacts],
);
export type ShiftChoiceData = FragmentOf<typeof ShiftChoice>;

const eventDetails = graphql(
  `
    fragment EventDetails on Event @_unmask {
      ...EventFacts
      id
      summary
      descriptionHtml
      startsAt
      endsAt
      imageUrl
      opensAt
      opensToMembersAt
      publishedAt
      updatedAt
      series {
        slug
        title
        rule
      }
      originalStartsAtLocal
      chapter {
        name
        slug
        city
      }
      shifts {
        ...ShiftChoice
      }
    }
  `,
  [eventFacts, ShiftChoice],
);
export type EventData = FragmentOf<typeof eventDetails>;

export const OneEvent = graphql(
  `
    query OneEvent($slug: String!) {
      event(slug: $slug) {
        ...EventDetails
      }
    }
  `,
  [eventDetails],
);

export const EventPageQuery = graphql(
  `
    query EventPage($slug: String!, $page: String!) {
      organization {
        currencies
      }
      event(slug: $slug) {
        ...EventDetails
      }
      ...PagePhotos
    }
  `,
  [eventDetails, pagePhotos],
);

export const EventFundraiser = graphql(`
  fragment EventFundraiser on Campaign @_unmask {
    slug
    title
    language
  }
`);
export type EventFundraiserData = FragmentOf<typeof EventFundraiser>;
