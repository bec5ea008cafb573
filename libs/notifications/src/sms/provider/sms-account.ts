import type { Config } from '@upstander/platform';

export interface SmsAccount {
  sid: string;
  apiKey: string;
  apiSecret: string;
  /** Several during a rotation. */
  authTokens: string[];
  /** A number, or the SID of a messaging service. */
  from: string;
  apiUrl: string;
}

/** Returns null if texts are off. The settings are only complete together. */
export function smsAccountOf(config: Config): SmsAccount | null {
  const { SMS_ACCOUNT_SID, SMS_API_KEY, SMS_API_SECRET, SMS_AUTH_TOKEN, SMS_FROM, SMS_API_URL } = config;
  if (!SMS_ACCOUNT_SID || !SMS_API_KEY || !SMS_API_SECRET || !SMS_AUTH_TOKEN || !SMS_FROM) return null;
  return {
    sid: SMS_ACCOUNT_SID,
    apiKey: SMS_API_KEY,
    apiSecret: SMS_API_SECRET,
    authTokens: SMS_AUTH_TOKEN.split(',').map((token) => token.trim()),
    from: SMS_FROM,
    apiUrl: SMS_API_URL,
  };
}

export function inboundUrl({ PUBLIC_URL }: Config): string {
  return `${PUBLIC_URL}/sms/inbound`;
}

/** @param id ID of our row */
export function statusUrl({ PUBLIC_URL }: Config, id: string): string {
  return `${PUBLIC_URL}/sms/status/${id}`;
}

/** True for the number of discreet texts. Nothing that is sent to it may be stored or logged. */
export function isDiscreetNumber({ DISCREET_SMS_FROM }: Config, number: string | null): boolean {
  return DISCREET_SMS_FROM !== undefined && number === DISCREET_SMS_FROM;
}
