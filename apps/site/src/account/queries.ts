import { graphql, type ResultOf } from '@upstander/api-client';
import { HoursOfMine } from '../hours/queries';

export const MyAccount = graphql(
  `
    query MyAccount {
      me {
        email
        name
        grants {
          role
        }
        volunteer {
          hoursTotal {
            minutes
            minutesLastYear
          }
          hours {
            ...HoursOfMine
          }
        }
      }
      mySessions {
        id
        lastSeenAt
        userAgent
        current
      }
      myStandingSignups {
        id
        token
        role
        until
        status
        series {
          slug
          title
        }
        dates {
          status
          isCancelled
        }
      }
      myLedShifts {
        signupId
        token
      }
      mySignups {
        id
        token
        status
        position
        addressConfirmed
        offerExpiresAt
        shift {
          role
          startsAt
          endsAt
        }
        event {
          slug
          title
          status
          timeZone
          online
          place
          languages
        }
      }
    }
  `,
  [HoursOfMine],
);

export type AccountSession = ResultOf<typeof MyAccount>['mySessions'][number];
export type AccountStandingSignup = ResultOf<typeof MyAccount>['myStandingSignups'][number];
export type AccountSignup = ResultOf<typeof MyAccount>['mySignups'][number];
export type LedShift = ResultOf<typeof MyAccount>['myLedShifts'][number];
