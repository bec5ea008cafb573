import { eventFacts, graphql, type ResultOf } from '@upstander/api-client';
import { ShiftChoice } from '../events/queries';

/** A sign-up, as the holder of its personal link sees it. */
export const MySignup = graphql(
  `
    query MySignup($token: String!) {
      mySignup(token: $token) {
        id
        status
        position
        addressConfirmed
        offerExpiresAt
        name
        shift {
          ...ShiftChoice
        }
        event {
          ...EventFacts
        }
        missing {
          isRequiredToSignUp
          dueAt
          reason
          type {
            id
            name
            nameEs
            howToGet
            howToGetEs
          }
        }
        overlaps {
          title
          role
          startsAt
          endsAt
          timeZone
        }
        handOvers {
          id
          name
          status
          expiresAt
        }
        needsAgeConfirmation
        guests
        guestNames
        groupName
        minorGuests
        hasCalendarFeed
        doorQrSvg
        peers
        standing {
          token
          series {
            title
          }
        }
        relatedSignups {
          id
          status
          addressConfirmed
          role
          startsAt
          endsAt
          timeZone
          token
        }
      }
    }
  `,
  [eventFacts, ShiftChoice],
);

export type MySignupData = NonNullable<ResultOf<typeof MySignup>['mySignup']>;

/** Main state of the page. Each has its own heading, text and buttons. */
export type DisplayStatus =
  | 'event-cancelled'
  | 'over'
  | 'there'
  | 'missed'
  | 'cancelled'
  | 'offer-lapsed'
  | 'expired'
  | 'offered'
  | 'to-confirm'
  | 'confirmed'
  | 'waitlisted';

type StatusFields = Pick<MySignupData, 'status' | 'addressConfirmed' | 'offerExpiresAt'> & {
  event: Pick<MySignupData['event'], 'status'>;
  shift: Pick<MySignupData['shift'], 'startsAt' | 'endsAt'>;
};

/** An offer may have expired before the job that ends it runs. */
export function displayStatusOf(signup: StatusFields, now: Date): DisplayStatus {
  const { status, addressConfirmed, offerExpiresAt, event, shift } = signup;
  if (event.status === 'CANCELLED') return 'event-cancelled';
  if (status === 'CANCELLED') return 'cancelled';
  if (status === 'EXPIRED') return addressConfirmed ? 'offer-lapsed' : 'expired';
  if (status === 'NO_SHOW') return 'missed';
  if (status === 'COMPLETED') return 'over';
  if (status === 'CHECKED_IN') return new Date(shift.endsAt) <= now ? 'over' : 'there';
  if (!addressConfirmed && new Date(shift.startsAt) <= now) return 'expired';
  if (status === 'CONFIRMED' && addressConfirmed && new Date(shift.endsAt) <= now) return 'over';
  if (status === 'OFFERED') {
    return offerExpiresAt !== null && new Date(offerExpiresAt) <= now ? 'offer-lapsed' : 'offered';
  }
  if (!addressConfirmed) return 'to-confirm';
  return status === 'WAITLISTED' ? 'waitlisted' : 'confirmed';
}
