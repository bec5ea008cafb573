import type { Config } from '@upstander/platform';

/** How often something may be tried. `shared` counts in PostgreSQL over all processes; otherwise each process counts. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
  readonly shared: boolean;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Every limit there is; what each counts is in `limits.words.ts`. The ones "by account" count the typed address, known or not. A password can be tried often
 * enough for tired fingers; shut by a stranger's tries, it still opens where its owner signed in before, and the account
 * by a mailed code everywhere. What the public
 * does all day is counted in memory: a shared row would make everybody behind one address wait in line.
 */
export const limitsOf = (
  config: Pick<
    Config,
    | 'SIGN_UPS_PER_MINUTE'
    | 'DONATIONS_PER_MINUTE'
    | 'DONATIONS_PER_EMAIL_HOUR'
    | 'SEALED_SENDS_PER_HOUR'
    | 'CODE_TRIES_PER_QUARTER_HOUR'
    | 'CODE_TRIES_PER_MINUTE'
    | 'REQUESTS_PER_MINUTE'
  >,
) =>
  ({
    'sign-in-by-account': { points: 10, seconds: 15 * minute, shared: true },
    'sign-in-by-address': { points: 50, seconds: 15 * minute, shared: true },
    // Where the owner has signed in before, what strangers try counts for nothing.
    'sign-in-by-device': { points: 10, seconds: 15 * minute, shared: true },
    'code-mail-by-address': { points: 30, seconds: hour, shared: true },
    // Above these two a solved puzzle is asked for instead: a stranger who has codes sent keeps nobody out.
    'code-mail-by-account-here': { points: 5, seconds: hour, shared: true },
    'code-mail-by-account': { points: 15, seconds: hour, shared: true },
    'code-mail-by-device': { points: 5, seconds: hour, shared: true },
    // With five tries a code of eight digits, all the mails of an hour are worth 225 guesses in a hundred million.
    'code-mail-by-account-solved': { points: 30, seconds: hour, shared: true },
    'code-try-by-browser': { points: 10, seconds: 15 * minute, shared: true },
    'code-try-by-address': { points: 50, seconds: 15 * minute, shared: true },
    'second-step': { points: 5, seconds: 15 * minute, shared: true },
    // Six digits with one step of tolerance: at this rate even odds on a guess take more than fifteen years.
    'second-step-by-day': { points: 30, seconds: day, shared: true },
    'prove-again': { points: 10, seconds: 15 * minute, shared: true },
    'sign-up': { points: config.SIGN_UPS_PER_MINUTE, seconds: minute, shared: false },
    donation: { points: config.DONATIONS_PER_MINUTE, seconds: minute, shared: false },
    'donation-by-email': { points: config.DONATIONS_PER_EMAIL_HOUR, seconds: hour, shared: true },
    'donation-link-by-email': { points: 5, seconds: hour, shared: true },
    'fundraiser-start': { points: 20, seconds: hour, shared: true },
    'fundraiser-start-by-email': { points: 5, seconds: hour, shared: true },
    'file-upload': { points: 100, seconds: hour, shared: true },
    'fundraiser-update': { points: 10, seconds: day, shared: true },
    'organizer-message': { points: 100, seconds: hour, shared: true },
    // A paper costs a tenth of a second to draw.
    paper: { points: 60, seconds: minute, shared: false },
    'giving-link-by-address': { points: 20, seconds: hour, shared: true },
    'giving-link-by-email': { points: 3, seconds: hour, shared: true },
    'listing-save': { points: 60, seconds: hour, shared: true },
    // The form asks while somebody writes.
    'listing-check': { points: 120, seconds: minute, shared: false },
    // Each address of these belongs to somebody who did not ask for a mail.
    'business-register': { points: 10, seconds: day, shared: true },
    'business-register-by-address': { points: 20, seconds: day, shared: true },
    'domain-mail-by-account': { points: 10, seconds: day, shared: true },
    'domain-mail-by-business': { points: 10, seconds: day, shared: true },
    'domain-mail-by-recipient': { points: 3, seconds: day, shared: true },
    'business-invitation': { points: 30, seconds: day, shared: true },
    'business-invitation-by-recipient': { points: 5, seconds: day, shared: true },
    // Where help is asked for in confidence, no address is written down, not even hashed: each process counts for itself.
    'sealed-send': { points: config.SEALED_SENDS_PER_HOUR, seconds: hour, shared: false },
    'code-by-address': { points: config.CODE_TRIES_PER_QUARTER_HOUR, seconds: 15 * minute, shared: false },
    'code-by-everybody': { points: config.CODE_TRIES_PER_MINUTE, seconds: minute, shared: true },
    'public-write': { points: 120, seconds: minute, shared: false },
    // Counted for each process, before anything is looked at: reading costs a little, reading without end a lot.
    reads: { points: config.REQUESTS_PER_MINUTE, seconds: minute, shared: false },
  }) as const satisfies Record<string, Limit>;

export type LimitName = keyof ReturnType<typeof limitsOf>;
