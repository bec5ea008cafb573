import { ObjectType } from '@nestjs/graphql';
import { ComputedField, Choice, Id, Instant, LongText, Ref } from '@upstander/platform';
import { ConsentMethod, ConsentState } from './consent-state.js';

@ObjectType({ description: 'The information a business may receive, for how long, and how that was agreed.' })
export class SealedConsent {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Ref({ seenBy: 'anyone' }) businessId!: string;
  @ComputedField(() => String) businessName!: string;
  @LongText({
    seenBy: 'anyone',
    max: 1_000,
    required: true,
    description: 'Information that may be shared, as agreed with the person.',
  })
  shares!: string;
  @Choice(ConsentMethod, { seenBy: 'anyone' }) consentMethod!: ConsentMethod;
  @Instant({ seenBy: 'anyone', nullable: true, description: 'When consent was given; null while only proposed.' })
  givenAt!: Date | null;
  @Instant({ seenBy: 'anyone' }) expiresAt!: Date;
  @Instant({ seenBy: 'anyone', nullable: true }) revokedAt!: Date | null;
  @ComputedField(() => ConsentState) state!: ConsentState;
}
