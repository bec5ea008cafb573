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
        coOrganizedIds
        customGrants {
          baseRole
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
      myRegistrations {
        id
        token
        status
        party
        position
        expiresAt
        event {
          slug
          title
          status
          startsAt
          endsAt
          timeZone
          online
          place
          languages
        }
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
export type AccountRegistration = ResultOf<typeof MyAccount>['myRegistrations'][number];
export type LedShift = ResultOf<typeof MyAccount>['myLedShifts'][number];

export interface AccountEntry {
  id: string;
  startsAt: Date;
  endsAt: Date;
  signup: AccountSignup | null;
  registration: AccountRegistration | null;
}

/** Merges sign-ups for shifts and registrations for events, first start first. */
export function accountEntries(
  signups: readonly AccountSignup[],
  registrations: readonly AccountRegistration[],
): AccountEntry[] {
  const entries = [
    ...signups.map((signup) => ({ ...times(signup.shift), id: signup.id, signup, registration: null })),
    ...registrations.map((registration) => ({
      ...times(registration.event),
      id: registration.id,
      signup: null,
      registration,
    })),
  ];
  return entries.sort((one, other) => one.startsAt.valueOf() - other.startsAt.valueOf());
}

function times({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Pick<AccountEntry, 'startsAt' | 'endsAt'> {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
