export interface OutgoingSms {
  /** E.164, for example +12025550123. */
  to: string;
  body: string;
  /** ID of our row. The provider sends it back with each status report. */
  id: string;
}

/** Hands texts to the company that delivers them. */
export abstract class SmsProvider {
  /**
   * Returns once the provider has accepted the text, which doesn't mean that it was delivered.
   * @throws SmsRefusedError; SmsUnavailableError
   */
  abstract send(text: OutgoingSms): Promise<{ providerId: string }>;
}

/** The provider won't send this text. */
export class SmsRefusedError extends Error {
  readonly code: number;
  readonly isPermanent: boolean;
  readonly isOptOut: boolean;
  readonly isLandline: boolean;

  constructor(code: number) {
    super(`the SMS provider refused a text (${code})`);
    const { isPermanent, isOptOut, isLandline } = classifySmsError(code);
    this.code = code;
    this.isPermanent = isPermanent;
    this.isOptOut = isOptOut;
    this.isLandline = isLandline;
  }
}

/** The provider didn't respond, is overloaded or sent an invalid response. Sending again later may work. */
export class SmsUnavailableError extends Error {
  constructor(
    /** Contains no phone number and no text. */
    reason: string,
    /** Seconds, if the provider asked us to slow down. */
    readonly retryAfter: number | null = null,
    /** True if the provider certainly didn't accept the text. Otherwise, it may have. */
    readonly isUnsent = false,
  ) {
    super(`the SMS provider is unavailable: ${reason}`);
  }
}

const messageSid = /^(?:SM|MM)[0-9a-f]{32}$/;

export function isMessageSid(sid: unknown): sid is string {
  return typeof sid === 'string' && messageSid.test(sid);
}

export interface SmsErrorClass {
  /** True if this text to this number always fails, also after the operator fixes their account. */
  isPermanent: boolean;
  /** True if the recipient replied STOP to the carrier. */
  isOptOut: boolean;
  /** True if the number can't receive texts. */
  isLandline: boolean;
}

const optedOut = 21_610;
/** Landline or unreachable carrier; "To" number isn't a mobile number. */
const notMobile: ReadonlySet<number> = new Set([30_006, 21_614]);
/** Invalid "To" number, empty body, body over 1,600 characters, unknown handset. */
const otherPermanent: ReadonlySet<number> = new Set([21_211, 21_602, 21_617, 30_005]);

/** Applies to error codes of refusals and of status reports. See https://www.twilio.com/docs/api/errors. */
export function classifySmsError(code: number): SmsErrorClass {
  const isOptOut = code === optedOut;
  const isLandline = notMobile.has(code);
  return { isOptOut, isLandline, isPermanent: isOptOut || isLandline || otherPermanent.has(code) };
}
