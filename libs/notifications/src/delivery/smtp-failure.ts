/** What a failed attempt says: about the mail, or about the way to the server. */
export interface SmtpFailure {
  /**
   * `server-away` nothing can be sent now; `unreached` the connection broke, which may be the server or this one mail;
   * `later` and `never` are the server's own words about the mail; `unwritable` is ours.
   */
  kind: 'server-away' | 'unreached' | 'later' | 'never' | 'unwritable';
  reason: string;
  /** The same as a code, in which nobody's address stands. */
  code: string;
  /** Whether it broke before the server was told anything, which is no fault of the mail. */
  atTheDoor: boolean;
}

interface SmtpError {
  code?: string;
  /** What was under way: CONN until the server has greeted us and its certificate was looked at. */
  command?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

const noWayThrough = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'ECONFIG']);
const ofTheMail = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM', 'EFILEACCESS', 'EURLACCESS', 'EMAXRECIPIENTS']);
const closing = 421;
const longest = 500;

/**
 * Reads an error of nodemailer (codes of RFC 5321, 4.2.1): 4yz is for another time and 5yz for good. A server that
 * closes, or does not take our password, says nothing of the mail, and it is no fault of its recipient.
 */
export function readSmtpError(error: unknown): SmtpFailure {
  const { code = '', command, responseCode = 0, response, message } = error as SmtpError;
  const reason = (response ?? message ?? 'unknown').slice(0, longest);
  const said = {
    reason,
    code: responseCode ? `SMTP ${responseCode}` : code || 'unknown',
    atTheDoor: command === 'CONN',
  };
  if (noWayThrough.has(code)) return { kind: 'server-away', ...said };
  if (responseCode === closing) return { kind: 'unreached', ...said };
  if (responseCode >= 500) return { kind: 'never', ...said };
  if (responseCode >= 400) return { kind: 'later', ...said };
  return { kind: ofTheMail.has(code) ? 'unwritable' : 'unreached', ...said };
}

const firstWait = 30_000;
const longestWait = 3_600_000;

/** How long to wait before the next attempt, in milliseconds: doubling, capped, and never all at the same moment. */
export function backoff(attempts: number, random: number = Math.random()): number {
  return Math.min(firstWait * 2 ** Math.max(attempts - 1, 0), longestWait) * (0.8 + 0.4 * random);
}
