import { enhancedStatusOf, isGoneAddress } from '../delivery-problems/gone-address.js';

export interface SmtpFailure {
  /**
   * `server-away`: server unavailable, stop sending.
   * `unreached`: connection broke, by the server or this email. `later`, `never`: temporary or permanent rejection by
   * the server. `unwritable`: the email could not be composed.
   */
  kind: 'server-away' | 'unreached' | 'later' | 'never' | 'unwritable';
  reason: string;
  /** Contains no email address. */
  code: string;
  /** True if the connection broke before the email was transmitted, so the email isn't the cause. */
  atTheDoor: boolean;
  /** True if the server says that the address doesn't exist. */
  isAddressGone: boolean;
}

interface SmtpError {
  code?: string;
  /** CONN until the greeting and TLS certificate check. */
  command?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

const serverErrors = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'ECONFIG']);
const composeErrors = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM', 'EFILEACCESS', 'EURLACCESS', 'EMAXRECIPIENTS']);
const serviceClosing = 421;
const longest = 500;

/**
 * Classifies a nodemailer error by its SMTP code (RFC 5321, 4.2.1): 4yz is temporary, 5yz permanent.
 * Closed connections and rejected passwords say nothing about the email.
 */
export function readSmtpError(error: unknown): SmtpFailure {
  const { code = '', command, responseCode = 0, response, message } = error as SmtpError;
  const reason = (response ?? message ?? 'unknown').slice(0, longest);
  const details = {
    reason,
    code: responseCode ? `SMTP ${responseCode}` : code || 'unknown',
    atTheDoor: command === 'CONN',
    isAddressGone: isGoneAddress(enhancedStatusOf(response ?? '')),
  };
  if (serverErrors.has(code)) return { kind: 'server-away', ...details };
  if (responseCode === serviceClosing) return { kind: 'unreached', ...details };
  if (responseCode >= 500) return { kind: 'never', ...details };
  if (responseCode >= 400) return { kind: 'later', ...details };
  return { kind: composeErrors.has(code) ? 'unwritable' : 'unreached', ...details };
}

const firstWait = 30_000;
const longestWait = 3_600_000;

/** Returns the delay before the next attempt in milliseconds: exponential, capped, with jitter. */
export function backoff(attempts: number, random: number = Math.random()): number {
  return Math.min(firstWait * 2 ** Math.max(attempts - 1, 0), longestWait) * (0.8 + 0.4 * random);
}
