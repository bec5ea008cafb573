import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';

@InputType({ description: 'Which credentials; what is left out does not narrow.' })
export class CredentialFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this type.' })
  typeId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only of volunteers whom this chapter knows.' })
  chapterId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Only those whose last day is within so many days; from 1 to 365.' })
  expiresWithin?: number | null;
}

/** What a volunteer may have of a credential. */
export const CredentialHolding = { HELD: 'held', MISSING: 'missing', EXPIRING: 'expiring' } as const;
export type CredentialHolding = (typeof CredentialHolding)[keyof typeof CredentialHolding];
registerEnumType(CredentialHolding, {
  name: 'CredentialHolding',
  description: 'What a volunteer may have of a credential.',
  valuesMap: {
    HELD: { description: 'They have it, and it counts today.' },
    MISSING: { description: 'They do not have it, or it counts no longer.' },
    EXPIRING: { description: 'It counts today and ends as soon as its type warns of it; nothing lasts longer.' },
  },
});
