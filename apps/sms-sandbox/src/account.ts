/** The account of our customer, with its credentials and settings. */
export interface Account {
  sid: string;
  apiKey: string;
  apiSecret: string;
  /** Signs callbacks, and is also a password of the account. */
  authToken: string;
  /** A pool that sends from the first number. */
  messagingServiceSid: string;
  numbers: AccountNumber[];
  /** Receives inbound texts; null for none. */
  inboundUrl: string | null;
  /** True if the messaging service reports keywords as `OptOutType`. */
  hasAdvancedOptOut: boolean;
}

export interface AccountNumber {
  number: string;
  /** False until brand and campaign are registered (10DLC). Its texts are accepted and then undelivered with 30034. */
  isRegistered: boolean;
}

export const exampleAccount: Account = {
  sid: 'AC00000000000000000000000000005a11',
  apiKey: 'SK00000000000000000000000000005a11',
  apiSecret: 'local-api-secret',
  authToken: 'local-auth-token',
  messagingServiceSid: 'MG00000000000000000000000000005a11',
  numbers: [{ number: '+12025550100', isRegistered: true }],
  inboundUrl: null,
  hasAdvancedOptOut: true,
};
