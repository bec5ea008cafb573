import { ApiRefusal, graphql, type ResultOf } from '@upstander/api-client';
import { queryApi, changeSession, orNull } from '../api/ask';
import { hasIdentifyingCookie, type VisitorRequest } from '../request/cookies';
import type { SiteContext } from '../request/site-context';
import { SignUpForShifts, type ShiftOutcome } from './several-shifts';
import type { ageInput } from './sign-up-values';

const WhoSignsUp = graphql(`
  query WhoSignsUp {
    me {
      volunteer {
        name
        preferredName
      }
    }
    rememberedVolunteer {
      firstName
    }
  }
`);
const OwnerOfLink = graphql(`
  query OwnerOfLink($token: String!) {
    mySignup(token: $token) {
      name
    }
  }
`);
const SignUpAgain = graphql(`
  mutation SignUpAgain($input: SignUpAgainInput!) {
    signUpAgain(input: $input) {
      signup {
        id
        status
        position
        guests
      }
    }
  }
`);
const ForgetVolunteer = graphql(`
  mutation ForgetVolunteer {
    forgetVolunteer {
      ok
    }
  }
`);

/** A volunteer with a verified address, identified by a session, an opened link or the browser. */
export interface KnownVolunteer {
  identifiedBy: 'session' | 'link' | 'browser';
  /** Name for the greeting; null if it must not be shown. */
  name: string | null;
}

const OverlappingShifts = graphql(`
  query OverlappingShifts($shiftIds: [ID!]!, $token: String) {
    overlappingShifts(shiftIds: $shiftIds, token: $token) {
      shiftId
      existingShift {
        isSameShift
        title
        role
        startsAt
        timeZone
        token
      }
    }
  }
`);
export type OverlappingShiftData = ResultOf<typeof OverlappingShifts>['overlappingShifts'][number];

/** Returns the shifts that overlap with one of the volunteer's. Returns an empty list for unknown visitors. */
export async function findOverlappingShifts(
  context: SiteContext,
  volunteer: KnownVolunteer | null,
  shiftIds: readonly string[],
): Promise<OverlappingShiftData[]> {
  if (volunteer === null || shiftIds.length === 0) return [];
  const token = volunteer.identifiedBy === 'link' ? context.openedSignup() : null;
  return (await queryApi(context, OverlappingShifts, { shiftIds: [...shiftIds], token })).overlappingShifts;
}

/** Returns the volunteer who can sign up without typing, or null. */
export async function knownVolunteer(context: SiteContext, request: VisitorRequest): Promise<KnownVolunteer | null> {
  if (!hasIdentifyingCookie(request) || new URL(request.url).searchParams.get('as') === 'other') return null;
  const { me, rememberedVolunteer } = await queryApi(context, WhoSignsUp, {});
  if (me?.volunteer)
    return { identifiedBy: 'session', name: me.volunteer.preferredName ?? firstName(me.volunteer.name) };
  const token = context.openedSignup();
  const linkOwner = token === null ? null : await queryApi(context, OwnerOfLink, { token }).catch(orNull);
  if (linkOwner?.mySignup) return { identifiedBy: 'link', name: firstName(linkOwner.mySignup.name) };
  return rememberedVolunteer ? { identifiedBy: 'browser', name: rememberedVolunteer.firstName } : null;
}

export interface OneClickValues {
  /** One or several shifts. */
  shifts: readonly string[];
  allOrNothing: boolean;
  key: string;
  remember: boolean;
  party?: { guests?: number; guestNames?: string[]; acceptsFewerGuests?: boolean };
  age: ReturnType<typeof ageInput>;
}

/** Signs up a known volunteer. `headers` contain the cookie if the browser should remember them. @throws ApiRefusal */
export async function signUpKnown(
  context: SiteContext,
  volunteer: KnownVolunteer,
  { shifts, allOrNothing, key, remember, party, age }: OneClickValues,
): Promise<{ outcomes: readonly ShiftOutcome[]; headers: Headers }> {
  const token = volunteer.identifiedBy === 'link' ? context.openedSignup() : null;
  const options = {
    remember,
    ...party,
    ...age,
    ...(key !== '' && { idempotencyKey: key }),
    ...(token !== null && { token }),
  };
  const [shiftId = ''] = shifts;
  if (shifts.length > 1) {
    const input = { shiftIds: [...shifts], allOrNothing, ...options };
    const { result: answer, headers } = await changeSession(context, SignUpForShifts, { input });
    return { outcomes: answer.signUpForShifts.outcomes, headers };
  }
  const { result: answer, headers } = await changeSession(context, SignUpAgain, { input: { shiftId, ...options } });
  return { outcomes: [{ shiftId, signup: answer.signUpAgain.signup, refusal: null }], headers };
}

/** “Not me”: makes this browser forget the volunteer. */
export async function forgetKnown(context: SiteContext): Promise<Headers> {
  try {
    return (await changeSession(context, ForgetVolunteer, {})).headers;
  } catch (error) {
    if (error instanceof ApiRefusal) return new Headers();
    throw error;
  }
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
