import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { MyPhotoConsent } from './managed-photo.js';
import { MyPhotoConsents } from './my-photo-consents.service.js';
import { AgreeToPhotoInput, WithdrawPhotoConsentInput } from './photo.input.js';

/** What somebody on a photo does without an account, by the link in their mail. */
@Resolver(() => MyPhotoConsent)
export class MyPhotoConsentResolver {
  constructor(private readonly mine: MyPhotoConsents) {}

  @Query(() => MyPhotoConsent, { nullable: true, description: 'A photo that I am asked to agree to, by my link.' })
  @Allow('anyone')
  myPhotoConsent(@Args('token', { type: () => String }) token: string): Promise<MyPhotoConsent | null> {
    return this.mine.find(token);
  }

  @Mutation(() => MyPhotoConsent, { description: 'Agrees to the photo, with my name in the place of a signature.' })
  @Allow('anyone')
  agreeToPhoto(@CurrentActor() actor: Actor, @Args('input') input: AgreeToPhotoInput): Promise<MyPhotoConsent> {
    return this.mine.agree(actor, input);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Takes my consent back, or says no: the photo is shown nowhere from now on.',
  })
  @Allow('anyone')
  withdrawMyPhotoConsent(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawPhotoConsentInput,
  ): Promise<Acknowledgement> {
    return this.mine.withdraw(actor, input);
  }
}
