import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement, PageArgs } from '@upstander/platform';
import { ManagedPhoto, PhotoConnection, PlacedPhoto } from './managed-photo.js';
import { PhotoConsentInput, PhotoFilter, PhotoInput } from './photo.input.js';
import { PhotoConsents } from './photo-consents.service.js';
import { PhotoReads } from './photo-reads.js';
import { Photos } from './photos.service.js';

@Resolver(() => ManagedPhoto)
export class PhotoResolver {
  constructor(
    private readonly service: Photos,
    private readonly reads: PhotoReads,
    private readonly consents: PhotoConsents,
  ) {}

  @Query(() => [PlacedPhoto], {
    description: 'The photos of a page of the site that may be shown today, its own first.',
  })
  @Allow('anyone')
  photos(
    @Args('page', { type: () => String, description: 'The path of the page, such as `/events/food-drive`.' })
    page: string,
  ): Promise<PlacedPhoto[]> {
    return this.reads.ofPage(page);
  }

  @Query(() => PhotoConnection, { description: 'All photos, the last added first.' })
  @Allow('moderator')
  managedPhotos(
    @Args() page: PageArgs,
    @Args('filter', { type: () => PhotoFilter, nullable: true }) filter?: PhotoFilter | null,
  ): Promise<PhotoConnection> {
    return this.reads.list(filter ?? {}, page);
  }

  @Query(() => ManagedPhoto, { nullable: true, description: 'A photo with who agreed to it.' })
  @Allow('moderator')
  managedPhoto(@Args('id', { type: () => ID }) id: string): Promise<ManagedPhoto | null> {
    return this.reads.find(id);
  }

  @Query(() => Int, { description: 'How many photos on pages end within 30 days, or may not be shown any more.' })
  @Allow('moderator')
  photosNeedYou(): Promise<number> {
    return this.reads.countNeedingYou();
  }

  @Mutation(() => ManagedPhoto, { description: 'Says what there is to see on a photo, and who took it.' })
  @Allow('moderator')
  updatePhoto(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: PhotoInput,
  ): Promise<ManagedPhoto> {
    return this.service.update(actor, id, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a photo and everything kept of who agreed to it.' })
  @Allow('moderator')
  deletePhoto(@Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.service.delete(id);
  }

  @Mutation(() => ManagedPhoto, { description: 'Puts a photo on a page of the site, in the place of the one there.' })
  @Allow('moderator')
  placePhoto(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('page', { type: () => String, description: 'The address of the page: whole, or its path.' }) page: string,
  ): Promise<ManagedPhoto> {
    return this.service.place(actor, id, page);
  }

  @Mutation(() => ManagedPhoto, { description: 'Takes a photo off a page of the site.' })
  @Allow('moderator')
  takePhotoOff(
    @Args('id', { type: () => ID }) id: string,
    @Args('page', { type: () => String, description: 'The path of the page.' }) page: string,
  ): Promise<ManagedPhoto> {
    return this.service.takeOff(id, page);
  }

  @Mutation(() => ManagedPhoto, {
    description: 'Asks somebody to agree to a photo: by a link that goes to them by mail, or on paper.',
  })
  @Allow('moderator')
  askPhotoConsent(@CurrentActor() actor: Actor, @Args('input') input: PhotoConsentInput): Promise<ManagedPhoto> {
    return this.consents.ask(actor, input);
  }

  @Mutation(() => ManagedPhoto, {
    description: 'Writes down that somebody takes their consent back: the photo is shown nowhere from now on.',
  })
  @Allow('moderator')
  withdrawPhotoConsent(@Args('id', { type: () => ID }) id: string): Promise<ManagedPhoto> {
    return this.consents.withdraw(id);
  }

  @Mutation(() => ManagedPhoto, { description: 'Deletes the question to somebody who has not answered it.' })
  @Allow('moderator')
  cancelPhotoConsent(@Args('id', { type: () => ID }) id: string): Promise<ManagedPhoto> {
    return this.consents.cancel(id);
  }
}
