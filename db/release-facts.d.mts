export const releaseFacts: {
  readonly version: string;
  /** SHA-256 of each migration, by class name. */
  readonly sums: Readonly<Record<string, string>>;
};
