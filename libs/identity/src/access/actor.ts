import type { LocaleName } from '../languages/locale.js';
import type { StaffAreaName } from '../roles/staff-area.js';
import type { GrantedRole } from '../roles/role.js';

export interface Actor {
  /** Null if not signed in, or if the app code is still missing. */
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly email: string | null;
  readonly locale: LocaleName | null;
  /** Staff roles are omitted until the app code was entered. */
  readonly grants: readonly GrantedRole[];
  /** Custom roles, which count only in the operations of their areas; see `effectiveActor`. */
  readonly customGrants: readonly CustomGrant[];
  /** Events and series that the account co-organizes; they count only in `recordAreas`. */
  readonly recordIds: readonly string[];
  readonly secondStepDone: boolean;
  /** Set between the two sign-in steps. Such an actor can only enter an app code or set up an app. */
  readonly halfSignedIn: PartialSignIn | null;
  /** ID of the access token of a program. It acts through `customGrants` only, which are the owner's roles narrowed to the token's areas. */
  readonly accessTokenId?: string;
  /** IP address for rate limits. Never stored or logged. */
  readonly address: string;
}

/** A custom role of an account. `role` is its base role, which it narrows. */
export interface CustomGrant extends GrantedRole {
  readonly viewAreas: readonly StaffAreaName[];
  readonly manageAreas: readonly StaffAreaName[];
}

export interface PartialSignIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly step: 'needed' | 'setup-needed';
}

/** Of any chapter or of the organization. */
export function isAdmin({ grants }: Pick<Actor, 'grants'>): boolean {
  return grants.some(({ role }) => role === 'admin');
}

export function anonymous(address: string): Actor {
  return {
    accountId: null,
    sessionId: null,
    email: null,
    locale: null,
    grants: [],
    customGrants: [],
    recordIds: [],
    secondStepDone: false,
    halfSignedIn: null,
    address,
  };
}
