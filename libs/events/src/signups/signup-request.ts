import { type LocaleName } from '@upstander/identity';
import { badInput, isUuid, notThere, personName, sha256, typedKey, typedLine } from '@upstander/platform';

/** One sign-up on its way in, as events.place_signups reads it. */
export interface SignupRequest {
  shift: string;
  email: string;
  name: string;
  phone: string | null;
  locale: LocaleName;
  key: string | null;
  hash: string | null;
  /** The person is signed in with this very address. */
  proven: boolean;
  /** An organizer speaks for the person: the place is kept, though the address proves nothing yet. */
  vouched: boolean;
  overlap: string | null;
  birth_year: number | null;
  /** Left out by whoever brings nobody. */
  guests?: number;
  guest_names?: string[];
  takes_fewer?: boolean;
  /** One mail about several shifts follows: none is written about this one. */
  unmailed?: boolean;
  /** Goes through with others where all is as it mostly is; else the answer is 'apart'. */
  gathered?: boolean;
  /** They say that they will be as old as the shift asks. */
  old_enough: boolean;
}

export interface Typed {
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

/** Reads what somebody typed. @throws Refusal BAD_INPUT with the fields, or NOT_FOUND when the shift's id is none. */
export function signupRequestOf(
  typed: Typed,
  more: Partial<Pick<SignupRequest, 'proven' | 'vouched' | 'overlap'>> = {},
): SignupRequest {
  const name = personName('name', typed.name, 120);
  const email = typedLine('email', typed.email, 254);
  const key = typedKey(typed.idempotencyKey);
  if (!isUuid(typed.shiftId)) throw notThere('This shift');
  const shift = typed.shiftId.toLowerCase();
  const phone = typed.phone ?? null;
  const locale = typed.locale ?? 'en';
  const age = { birth_year: readBirthYear(typed.birthYear), old_enough: typed.oldEnough === true };
  const party = partyOf(typed);
  const words = [
    shift,
    email.toLowerCase(),
    name,
    phone,
    locale,
    age.birth_year,
    age.old_enough,
    ...(party.guests ? [party] : []),
  ];
  const hash = key && sha256(JSON.stringify(words)).toString('hex');
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

/** Who comes with somebody; nothing for whoever comes alone. @throws Refusal BAD_INPUT */
export function partyOf({
  guests,
  guestNames,
  takesFewer,
}: Pick<Typed, 'guests' | 'guestNames' | 'takesFewer'>): Pick<SignupRequest, 'guests' | 'guest_names' | 'takes_fewer'> {
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
 * Parts requests so that none shares a key, or a shift and an address, with another of its part: a double click that
 * comes in one batch finds its first click there like any later one. Of somebody known there is one in a part: their
 * next shift may be at the same time.
 */
export function apart<T extends SignupRequest>(requests: readonly T[]): T[][] {
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
