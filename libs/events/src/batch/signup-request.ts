import { type LocaleName } from '@upstander/identity';
import {
  isUuid,
  notFound,
  readInput,
  refuseFaults,
  sha256,
  typedKey,
  typedLine,
  type Faults,
} from '@upstander/platform';
import { SignUpInput } from '../signups/sign-up.input.js';
import type { Signup } from '../signups/signup.entity.js';

/** A sign-up request, in the format events.take_places expects. */
export interface SignupRequest {
  shift: string;
  email: string;
  name: string;
  phone: string | null;
  locale: LocaleName;
  key: string | null;
  hash: string | null;
  verified: boolean;
  /** An organizer vouches for the person, so the place doesn't expire although the address is unverified. */
  vouched: boolean;
  overlap: string | null;
  birth_year: number | null;
  /** Omitted without guests. */
  guests?: number;
  guest_names?: string[];
  takes_fewer?: boolean;
  /** Only for a group; `minors` of its guests are under 18. */
  group_name?: string;
  minors?: number;
  /** True if an organizer asked the volunteer, who may then take a reserved spot. Not processed in a batch. */
  asked?: boolean;
  /** Skips the email about this shift, because one email about several shifts follows. */
  unmailed?: boolean;
  /** True if eligible for batch processing. Requests that need individual checks get the outcome `individual`. */
  batched?: boolean;
  old_enough: boolean;
}

/** A sign-up as entered. Some callers identify the volunteer and ask for fewer fields. */
export type SignUpFields = Pick<SignUpInput, 'shiftId' | 'name' | 'email'> & Partial<SignUpInput>;

/** @throws Refusal BAD_INPUT listing the fields, or NOT_FOUND for an invalid shift ID */
export function signupRequestOf(
  input: SignUpFields,
  extras: Partial<Pick<SignupRequest, 'verified' | 'vouched' | 'overlap'>> = {},
): SignupRequest {
  const { values, faults } = readInput(SignUpInput, input);
  refuseFaults({ ...faults, ...guestFaults(values) });
  const { name, phone, locale } = values;
  const email = typedLine('email', input.email, 254);
  const key = typedKey(input.idempotencyKey);
  if (!isUuid(input.shiftId)) throw notFound('This shift');
  const shift = input.shiftId.toLowerCase();
  const age = { birth_year: values.birthYear, old_enough: input.oldEnough === true };
  const party = values.guests
    ? { guests: values.guests, guest_names: values.guestNames, takes_fewer: values.acceptsFewerGuests }
    : {};
  const hashedFields = [
    shift,
    email.toLowerCase(),
    name,
    phone,
    locale,
    age.birth_year,
    age.old_enough,
    ...(values.guests ? [party] : []),
  ];
  const hash = key && sha256(JSON.stringify(hashedFields)).toString('hex');
  return {
    shift,
    email,
    name,
    phone,
    locale,
    key,
    hash,
    ...age,
    ...party,
    verified: false,
    vouched: false,
    overlap: null,
    ...extras,
  };
}

/** Returns a fault if more guests are named than come. Names without guests are ignored. */
export function guestFaults({ guests, guestNames }: Pick<Signup, 'guests' | 'guestNames'>): Faults {
  return guests > 0 && guestNames.length > guests ? { guestNames: 'too-many' } : {};
}

/**
 * Splits requests into waves in which no two share a key, or a shift and an address. A double click in one batch thus
 * finds its first click. A verified volunteer appears once per wave, because their next shift may overlap.
 */
export function splitIntoWaves<T extends SignupRequest>(requests: readonly T[]): T[][] {
  const waves: Array<{ taken: Set<string>; requests: T[] }> = [];
  for (const request of requests) {
    const email = request.email.toLowerCase();
    const claims = [
      `${request.shift} ${email}`,
      ...(request.key ? [`key ${request.key}`] : []),
      ...(request.batched ? [`known ${email}`] : []),
    ];
    let wave = waves.find(({ taken: takenClaims }) => !claims.some((claim) => takenClaims.has(claim)));
    if (!wave) waves.push((wave = { taken: new Set(), requests: [] }));
    for (const claim of claims) wave.taken.add(claim);
    wave.requests.push(request);
  }
  return waves.map((wave) => wave.requests);
}
