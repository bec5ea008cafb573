import { Injectable } from '@nestjs/common';
import type { Actor, Browser } from '@upstander/identity';
import { Database, Refusal, sha256, violatedConstraint, type Tx } from '@upstander/platform';
import { KnownBrowsers } from '@upstander/volunteers';
import { PlaceSignups, type PlacedSignup } from '../batch/place-signups.js';
import { signupRequestOf, type SignupRequest, type SignUpFields } from '../batch/signup-request.js';
import { unidentifiedRefusal, unknownBrowserRefusal } from '../one-click/one-click.service.js';
import { VerifiedSignUp } from '../one-click/verified-sign-up.service.js';
import { VolunteerIdentification, type IdentifiedVolunteer } from '../one-click/volunteer-identification.js';
import { findOverlap, overlapRefusal } from '../signups/overlaps.js';
import type { SignUpPersonInput } from './several-shifts.input.js';
import { lockShiftsById } from '../shifts/shift-store.js';

/** The person who signs up for several shifts. */
export interface Signer {
  person: SignUpPersonInput | IdentifiedVolunteer;
  /** Null if the person typed their name and address. */
  volunteer: IdentifiedVolunteer | null;
  verified: boolean;
  /** Identifies the person in idempotent calls. */
  key: string;
}

interface SignerInput {
  person?: SignUpPersonInput | null;
  token?: string | null;
}

/** Takes places on several shifts for one person, in the caller's transaction. */
@Injectable()
export class MultiShiftPlacing {
  constructor(
    private readonly db: Database,
    private readonly persons: VolunteerIdentification,
    private readonly browsers: KnownBrowsers,
    private readonly places: PlaceSignups,
    private readonly verifiedSignUp: VerifiedSignUp,
  ) {}

  /** @throws Refusal NOT_KNOWN if no person was typed and the volunteer can't be identified */
  async identify(actor: Actor, browser: Browser, input: SignerInput): Promise<Signer> {
    const volunteer = input.person ? null : await this.persons.find(actor, browser, input.token);
    const person = input.person ?? volunteer;
    if (!person) throw unidentifiedRefusal();
    const email = person.email.toLowerCase();
    const verified = volunteer !== null || actor.email?.toLowerCase() === email;
    return { person, volunteer, verified, key: sha256(email).toString('hex') };
  }

  /** Returns one result per request: a refusal on one shift does not affect the others. */
  place(
    tx: Tx,
    signer: Pick<Signer, 'verified' | 'volunteer'>,
    requests: readonly SignupRequest[],
  ): Promise<Array<PlacedSignup | Refusal>> {
    if (signer.volunteer?.byBrowser) return this.placeFromBrowser(tx, requests);
    return signer.verified ? this.placeVerified(tx, requests) : this.places.place(requests, tx);
  }

  async remember(browser: Browser, { volunteer }: Signer): Promise<void> {
    if (volunteer) await this.db.transaction((tx) => this.browsers.remember(tx, browser, volunteer.id));
  }

  private async placeVerified(tx: Tx, requests: readonly SignupRequest[]): Promise<Array<PlacedSignup | Refusal>> {
    // Locks all shifts up front, in ID order, to avoid deadlocks.
    const shiftIds = requests.map(({ shift }) => shift);
    await lockShiftsById(tx, shiftIds);
    const placed: Array<PlacedSignup | Refusal> = [];
    for (const request of requests) {
      const one = tx.attempt(() => this.verifiedSignUp.signUpIn(tx, request));
      placed.push(await one.catch((error: unknown) => refusalOf(tx, error, request)));
    }
    return placed;
  }

  /** Like `placeVerified`, but reveals nothing about the volunteer: see `VerifiedSignUp.signUpFromBrowser`. */
  private async placeFromBrowser(tx: Tx, requests: readonly SignupRequest[]): Promise<Array<PlacedSignup | Refusal>> {
    const verified = await this.placeVerified(tx, requests);
    const placed: Array<PlacedSignup | Refusal> = [];
    for (const [index, one] of verified.entries()) {
      if (one instanceof Refusal) placed.push(unknownBrowserRefusal());
      else if (one.outcome !== 'existing') placed.push(one);
      else placed.push(...(await this.places.place([{ ...requests[index]!, verified: false }], tx)));
    }
    return placed;
  }
}

type SharedFields = Omit<SignUpFields, 'shiftId' | 'name' | 'email' | 'phone' | 'locale' | 'idempotencyKey'>;

/** Returns a request per shift, without an email of its own. @throws Refusal BAD_INPUT */
export function requestsOf(
  { person, verified }: Pick<Signer, 'person' | 'verified'>,
  { guests, guestNames, acceptsFewerGuests, birthYear, oldEnough }: SharedFields,
  shiftIds: readonly string[],
): SignupRequest[] {
  const shared = { ...person, guests, guestNames, acceptsFewerGuests, birthYear, oldEnough, idempotencyKey: null };
  return shiftIds.map((shiftId) => ({ ...signupRequestOf({ ...shared, shiftId }), verified, unmailed: true }));
}

async function refusalOf(tx: Tx, error: unknown, { shift, email }: SignupRequest): Promise<Refusal> {
  if (error instanceof Refusal) return error;
  if (violatedConstraint(error) !== 'no_two_overlapping_shifts') throw error;
  return overlapRefusal(await findOverlap(tx, { shiftId: shift, email }));
}
