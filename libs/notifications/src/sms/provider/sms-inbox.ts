export interface ReceivedSms {
  /** ID at the provider, which sends a text again if it gets no answer. */
  providerId: string;
  from: string;
  to: string;
  body: string;
  /** Set if the provider recognized a keyword and has already acted on it. */
  optOutType: 'STOP' | 'START' | 'HELP' | null;
}

export const smsStatuses = ['queued', 'sent', 'delivered', 'undelivered', 'failed'] as const;

export interface SmsStatusReport {
  /** ID of our row. */
  id: string;
  providerId: string;
  status: (typeof smsStatuses)[number];
  errorCode: number | null;
}

/** Takes what the provider reports. Reports can arrive twice, at the same time and out of order. */
export abstract class SmsInbox {
  /** Returns the answer to send, or null for none. */
  abstract received(text: ReceivedSms): Promise<{ reply: string | null }>;
  abstract status(report: SmsStatusReport): Promise<void>;
}
