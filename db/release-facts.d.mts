export const releaseFacts: {
  readonly version: string;
  /** The sha-256 of each migration by the name of its class. */
  readonly sums: Readonly<Record<string, string>>;
};
