import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { MyPhotoConsent } from './managed-photo.js';
import { MyPhotoConsents } from './my-photo-consents.service.js';
import { AgreeToPhotoInput, WithdrawPhotoConsentInput } from './photo.input.js';

/** Operations for people in photos, without an account, by the link in their email. */
@Resolver(() => MyPhotoConsent)
export class MyPhotoConsentResolver {
  constructor(private readonly consents: MyPhotoConsents) {}

  @Query(() => MyPhotoConsent, {
    nullable: true,
    description: 'A photo that the caller is asked to consent to, by personal link.',
  })
  @Allow('anyone')
  myPhotoConsent(@Args('token', { type: () => String }) token: string): Promise<MyPhotoConsent | null> {
    return this.consents.find(token);
  }

  @Mutation(() => MyPhotoConsent, { description: 'Consents to the photo, with a typed name as the signature.' })
  @Allow('anyone')
  agreeToPhoto(@CurrentActor() actor: Actor, @Args('input') input: AgreeToPhotoInput): Promise<MyPhotoConsent> {
    return this.consents.agree(actor, input);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Declines or withdraws consent. The photo is no longer shown anywhere.',
  })
  @Allow('anyone')
  withdrawMyPhotoConsent(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawPhotoConsentInput,
  ): Promise<Acknowledgement> {
    return this.consents.withdraw(actor, input);
  }
}
