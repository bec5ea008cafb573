import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { Dedications } from './dedications.service.js';
import { StartGifts } from './start-gifts.service.js';
import { DedicateGiftInput } from './dedication.entity.js';
import { StartDonationPayload } from './start-donation.payload.js';
import { GiftDraft, MyGift } from './my-gift.js';
import { MyGifts } from './my-gifts.service.js';
import { PublicGiftConnection } from './public-gift.js';
import { PublicGifts } from './public-gifts.service.js';
import { StartDonationInput } from './start-donation.input.js';
import { PageArgs } from '@upstander/platform';

@Resolver()
export class GiftResolver {
  constructor(
    private readonly starts: StartGifts,
    private readonly myGifts: MyGifts,
    private readonly dedications: Dedications,
    private readonly open: PublicGifts,
  ) {}

  @Mutation(() => StartDonationPayload, { description: 'Starts a gift, to be paid on the returned Stripe page.' })
  @OnlyWith('fundraising')
  @Allow('anyone')
  startDonation(@CurrentActor() actor: Actor, @Args('input') input: StartDonationInput): Promise<StartDonationPayload> {
    return this.starts.start(actor, input);
  }

  @Query(() => MyGift, {
    nullable: true,
    description: 'A gift, by its personal link; PENDING until Stripe reports the result.',
  })
  @Allow('anyone')
  myGift(@Args('token', { type: () => String }) token: string): Promise<MyGift | null> {
    return this.myGifts.byToken(token);
  }

  @Query(() => GiftDraft, {
    nullable: true,
    description: 'Saved form data of an unpaid gift. Requires its link and the key it was started with.',
  })
  @Allow('anyone')
  giftDraft(
    @Args('token', { type: () => String }) token: string,
    @Args('idempotencyKey', { type: () => String }) idempotencyKey: string,
  ): Promise<GiftDraft | null> {
    return this.myGifts.draft(token, idempotencyKey);
  }

  @Mutation(() => MyGift, { description: 'Adds a dedication to a gift that is paid or on its payment page.' })
  @Allow('anyone')
  dedicateGift(@CurrentActor() actor: Actor, @Args('input') input: DedicateGiftInput): Promise<MyGift> {
    return this.dedications.dedicate(actor, input);
  }

  @Query(() => PublicGiftConnection, {
    description: 'Public gifts to a campaign or one of its pages (for a team, including its members), newest first.',
  })
  @OnlyWith('fundraising')
  @Allow('anyone')
  campaignGifts(
    @Args('slug', { type: () => String }) slug: string,
    @Args() page: PageArgs,
    @Args('pageSlug', { type: () => String, nullable: true }) pageSlug?: string | null,
  ): Promise<PublicGiftConnection> {
    return this.open.list(slug, { ...page, pageSlug });
  }
}
