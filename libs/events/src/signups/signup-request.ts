import { type LocaleName } from '@upstander/identity';
import { badInput, isUuid, notFound, personName, sha256, typedKey, typedLine } from '@upstander/platform';

/** A sign-up request, in the format events.place_signups expects. */
export interface SignupRequest {
  shift: string;
  email: string;
  name: string;
  phone: string | null;
  locale: LocaleName;
  key: string | null;
  hash: string | null;
  proven: boolean;
  /** An organizer vouches for the person, so the place doesn't expire although the address is unverified. */
  vouched: boolean;
  overlap: string | null;
  birth_year: number | null;
  /** Omitted without guests. */
  guests?: number;
  guest_names?: string[];
  takes_fewer?: boolean;
  /** Skips the email about this shift, because one email about several shifts follows. */
  unmailed?: boolean;
  /** True if eligible for batch processing. Requests that need individual checks get the outcome `apart`. */
  gathered?: boolean;
  old_enough: boolean;
}

export interface SignUpFields {
  shiftId: string;
  name: string;
  email: string;
  phone?: string | null;
  locale?: LocaleName | null;
  birthYear?: number | null;
  oldEnough?: boolean | null;
  idempotencyKey?: string | null;
  guests?: number | null;
  guestNames?: readonly string[] | null;
  takesFewer?: boolean | null;
}

/** Validates form input. @throws Refusal BAD_INPUT listing the fields, or NOT_FOUND for an invalid shift ID */
export function signupRequestOf(
  input: SignUpFields,
  more: Partial<Pick<SignupRequest, 'proven' | 'vouched' | 'overlap'>> = {},
): SignupRequest {
  const name = personName('name', input.name, 120);
  const email = typedLine('email', input.email, 254);
  const key = typedKey(input.idempotencyKey);
  if (!isUuid(input.shiftId)) throw notFound('This shift');
  const shift = input.shiftId.toLowerCase();
  const phone = input.phone ?? null;
  const locale = input.locale ?? 'en';
  const age = { birth_year: readBirthYear(input.birthYear), old_enough: input.oldEnough === true };
  const party = guestFieldsOf(input);
  const hashedFields = [
    shift,
    email.toLowerCase(),
    name,
    phone,
    locale,
    age.birth_year,
    age.old_enough,
    ...(party.guests ? [party] : []),
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
    proven: false,
    vouched: false,
    overlap: null,
    ...more,
  };
}

export function guestFieldsOf({
  guests,
  guestNames,
  takesFewer,
}: Pick<SignUpFields, 'guests' | 'guestNames' | 'takesFewer'>): Pick<
  SignupRequest,
  'guests' | 'guest_names' | 'takes_fewer'
> {
  if (!guests) return {};
  if (guests < 0 || guests > 20) throw badInput({ guests: 'out-of-range' });
  if ((guestNames?.length ?? 0) > guests) throw badInput({ guestNames: 'too-many' });
  const names = (guestNames ?? []).map((name) => personName('guestNames', name, 120));
  return { guests, guest_names: names, takes_fewer: takesFewer === true };
}

function readBirthYear(year: number | null | undefined): number | null {
  if (typeof year !== 'number') return null;
  if (year < 1900 || year > 2100) throw badInput({ birthYear: 'out-of-range' });
  return year;
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
      ...(request.gathered ? [`known ${email}`] : []),
    ];
    let wave = waves.find(({ taken }) => !claims.some((claim) => taken.has(claim)));
    if (!wave) waves.push((wave = { taken: new Set(), requests: [] }));
    for (const claim of claims) wave.taken.add(claim);
    wave.requests.push(request);
  }
  return waves.map((wave) => wave.requests);
}
