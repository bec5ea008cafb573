import type { LocaleName } from '../accounts/locale.js';
import type { GrantedRole } from '../grants/role.js';

/** Who is asking. Resolved once for a request, from nothing but the session cookie. */
export interface Actor {
  /** Null for somebody who is not signed in, or whose second step is still outstanding. */
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** The verified address of the account. */
  readonly email: string | null;
  readonly locale: LocaleName | null;
  /** The roles that count now: staff roles are left out until the second step is done. */
  readonly grants: readonly GrantedRole[];
  /** Whether this session went through the second step. */
  readonly secondStepDone: boolean;
  /** Somebody between the first and the second step: no power but to finish it. */
  readonly halfSignedIn: HalfSignedIn | null;
  /** The network address the request came from; for rate limits only, never stored or logged. */
  readonly address: string;
}

export interface HalfSignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly step: 'needed' | 'setup-needed';
}

/** Returns true if the actor is an admin of any chapter or of the organization. */
export function isAdmin({ grants }: Pick<Actor, 'grants'>): boolean {
  return grants.some(({ role }) => role === 'admin');
}

/** The actor of a request without a (valid) session. */
export function anonymous(address: string): Actor {
  return {
    accountId: null,
    sessionId: null,
    email: null,
    locale: null,
    grants: [],
    secondStepDone: false,
    halfSignedIn: null,
    address,
  };
}
