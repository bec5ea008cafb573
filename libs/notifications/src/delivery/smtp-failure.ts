/** What a failed attempt says about the mail, or about the server. */
export type SmtpFailure =
  { kind: 'server-away'; reason: string } | { kind: 'later'; reason: string } | { kind: 'never'; reason: string };

interface SmtpError {
  code?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

/**
 * Reads a nodemailer error (RFC 5321, 4.2.1): 4yz is for another time and 5yz for good. A closing or unreachable server,
 * or one that does not take our password, says nothing of the mail and is no fault of its recipient.
 */
export function readSmtpError(error: unknown): SmtpFailure {
  const { code = '', responseCode = 0, response, message } = error as SmtpError;
  const reason = (response ?? message ?? 'unknown').slice(0, 500);
  if (code === 'EAUTH' || responseCode === 421 || responseCode === 0) return { kind: 'server-away', reason };
  return { kind: responseCode >= 500 ? 'never' : 'later', reason };
}

const firstWait = 30_000;
const longestWait = 3_600_000;

/** How long to wait before the next attempt, in milliseconds: doubling, capped, and never all at the same moment. */
export function backoff(attempts: number, random: number = Math.random()): number {
  return Math.min(firstWait * 2 ** Math.max(attempts - 1, 0), longestWait) * (0.8 + 0.4 * random);
}
