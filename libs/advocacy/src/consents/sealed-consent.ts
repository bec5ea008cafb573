import { ObjectType } from '@nestjs/graphql';
import { Answer, Choice, Id, Instant, LongText, Ref } from '@upstander/platform';
import { ConsentHow, ConsentState } from './consent-state.js';

@ObjectType({ description: 'What may be told to a business, for how long, and how that was agreed.' })
export class SealedConsent {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Ref({ seenBy: 'anyone' }) businessId!: string;
  @Answer(() => String) businessName!: string;
  @LongText({
    seenBy: 'anyone',
    max: 1_000,
    required: true,
    description: 'What may be told, in the words that were agreed.',
  })
  shares!: string;
  @Choice(ConsentHow, { seenBy: 'anyone' }) givenHow!: ConsentHow;
  @Instant({ seenBy: 'anyone', nullable: true, description: 'Null while it is only proposed.' })
  givenAt!: Date | null;
  @Instant({ seenBy: 'anyone' }) expiresAt!: Date;
  @Instant({ seenBy: 'anyone', nullable: true }) revokedAt!: Date | null;
  @Answer(() => ConsentState) state!: ConsentState;
}
