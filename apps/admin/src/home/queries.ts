import { eventRow, graphql, type ResultOf } from '@upstander/api-client';

export const eventActionItemsQuery = graphql(
  `
    query ChapterTasks {
      chapterTasks {
        understaffed {
          event {
            id
            title
            timeZone
            chapter {
              id
              name
            }
          }
          shift {
            id
            role
            startsAt
            endsAt
            capacity
            taken
            placesLeft
            waiting
          }
        }
        gaps {
          event {
            id
            title
            timeZone
            chapter {
              id
              name
            }
          }
          shift {
            id
            role
            startsAt
            endsAt
          }
          gap {
            needsLead
            hasLead
            adults
            adultsNeeded
            tooFewAdults
          }
        }
        failedMails
        unconfirmed {
          count
          event {
            id
            title
          }
        }
        feedback {
          count
          average
          event {
            id
            title
          }
        }
        upcoming {
          ...EventRow
        }
        firstRun {
          hasChapter
          hasEvent
          hasPublished
          hasSecondStep
          hasOrganizer
        }
      }
    }
  `,
  [eventRow],
);

export type ChapterTasks = ResultOf<typeof eventActionItemsQuery>['chapterTasks'];

export const credentialsWaitingQuery = graphql(`
  query CredentialsWaiting {
    credentialsToDecide(first: 1) {
      totalCount
      totalIsCapped
    }
  }
`);
