import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { enumOf, type EnumOf } from '@upstander/platform';

@InputType({ description: 'Filter for credentials. Omitted fields do not filter.' })
export class CredentialFilter {
  @Field(() => ID, { nullable: true, description: 'Only credentials of this type.' })
  typeId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only volunteers known to this chapter.' })
  chapterId?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Only credentials whose last day is within this many days, from 1 to 365.',
  })
  expiresWithin?: number | null;
}

export const CredentialHolding = enumOf('CredentialHolding', "A volunteer's status for a credential type.", {
  held: 'Holds a currently valid credential.',
  missing: 'Has no credential of this type, or it is no longer valid.',
  expiring: "Currently valid, but expires within the type's warning period, with no later one to replace it.",
});
export type CredentialHolding = EnumOf<typeof CredentialHolding>;
