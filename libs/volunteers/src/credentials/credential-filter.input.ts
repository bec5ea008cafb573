import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { enumOf, type EnumOf } from '@upstander/platform';

@InputType({ description: 'Which credentials; what is left out does not narrow.' })
export class CredentialFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this type.' })
  typeId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only of volunteers whom this chapter knows.' })
  chapterId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Only those whose last day is within so many days; from 1 to 365.' })
  expiresWithin?: number | null;
}

export const CredentialHolding = enumOf('CredentialHolding', 'What a volunteer may have of a credential.', {
  held: 'They have it, and it counts today.',
  missing: 'They do not have it, or it counts no longer.',
  expiring: 'It counts today and ends as soon as its type warns of it; nothing lasts longer.',
});
export type CredentialHolding = EnumOf<typeof CredentialHolding>;
