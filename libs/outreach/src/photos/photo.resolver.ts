import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement, PageArgs } from '@upstander/platform';
import { ManagedPhoto, PhotoConnection, PlacedPhoto } from './managed-photo.js';
import { PhotoConsentInput, PhotoFilter, PhotoInput } from './photo.input.js';
import { PhotoConsents } from './photo-consents.service.js';
import { PhotoReads } from './photo-reads.js';
import { Photos } from './photos.service.js';

@Area('photos')
@Resolver(() => ManagedPhoto)
export class PhotoResolver {
  constructor(
    private readonly service: Photos,
    private readonly reads: PhotoReads,
    private readonly consents: PhotoConsents,
  ) {}

  @Query(() => [PlacedPhoto], {
    description: "Photos that may be shown on a page today, the page's own first.",
  })
  @Allow('anyone')
  photos(
    @Args('page', { type: () => String, description: 'Path of the page, for example `/events/food-drive`.' })
    page: string,
  ): Promise<PlacedPhoto[]> {
    return this.reads.listForPage(page);
  }

  @Query(() => PhotoConnection, { description: 'All photos, newest first.' })
  @Allow('moderator')
  managedPhotos(
    @Args() page: PageArgs,
    @Args('filter', { type: () => PhotoFilter, nullable: true }) filter?: PhotoFilter | null,
  ): Promise<PhotoConnection> {
    return this.reads.list(filter ?? {}, page);
  }

  @Query(() => ManagedPhoto, { nullable: true, description: 'A single photo with its consents.' })
  @Allow('moderator')
  managedPhoto(@Args('id', { type: () => ID }) id: string): Promise<ManagedPhoto | null> {
    return this.reads.find(id);
  }

  @Query(() => Int, { description: 'Number of photos on pages whose consent has expired or expires within 30 days.' })
  @Allow('moderator')
  photosWithExpiringConsent(): Promise<number> {
    return this.reads.countNeedingYou();
  }

  @Mutation(() => ManagedPhoto, { description: 'Updates the alternative text and credit of a photo.' })
  @Allow('moderator')
  updatePhoto(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: PhotoInput,
  ): Promise<ManagedPhoto> {
    return this.service.update(actor, id, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a photo and its consent records.' })
  @Allow('moderator')
  deletePhoto(@Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.service.delete(id);
  }

  @Mutation(() => ManagedPhoto, { description: 'Shows a photo on a page, replacing the current one.' })
  @Allow('moderator')
  placePhoto(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('page', { type: () => String, description: 'URL or path of the page.' }) page: string,
  ): Promise<ManagedPhoto> {
    return this.service.placeOn(actor, id, page);
  }

  @Mutation(() => ManagedPhoto, { description: 'Removes a photo from a page.' })
  @Allow('moderator')
  takePhotoOff(
    @Args('id', { type: () => ID }) id: string,
    @Args('page', { type: () => String, description: 'Path of the page.' }) page: string,
  ): Promise<ManagedPhoto> {
    return this.service.removeFrom(id, page);
  }

  @Mutation(() => ManagedPhoto, {
    description: "Requests a person's consent to a photo, by an emailed link or on paper.",
  })
  @Allow('moderator')
  askPhotoConsent(@CurrentActor() actor: Actor, @Args('input') input: PhotoConsentInput): Promise<ManagedPhoto> {
    return this.consents.ask(actor, input);
  }

  @Mutation(() => ManagedPhoto, {
    description: 'Records that a person withdrew consent. The photo is no longer shown anywhere.',
  })
  @Allow('moderator')
  withdrawPhotoConsent(@Args('id', { type: () => ID }) id: string): Promise<ManagedPhoto> {
    return this.consents.withdraw(id);
  }

  @Mutation(() => ManagedPhoto, { description: 'Deletes a consent request that was not answered.' })
  @Allow('moderator')
  cancelPhotoConsent(@Args('id', { type: () => ID }) id: string): Promise<ManagedPhoto> {
    return this.consents.cancel(id);
  }
}
