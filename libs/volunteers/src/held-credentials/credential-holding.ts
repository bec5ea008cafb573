import { enumOf, type EnumOf } from '@upstander/platform';

export const CredentialHolding = enumOf('CredentialHolding', "A volunteer's status for a credential type.", {
  held: 'Holds a currently valid credential.',
  missing: 'Has no credential of this type, or it is no longer valid.',
  expiring: "Currently valid, but expires within the type's warning period, with no later one to replace it.",
});
export type CredentialHolding = EnumOf<typeof CredentialHolding>;
