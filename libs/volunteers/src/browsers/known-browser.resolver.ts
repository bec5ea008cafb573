import { Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentBrowser, type Browser } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { KnownBrowsers } from './known-browsers.service.js';

@ObjectType({ description: 'Whom a browser remembers: enough to ask "Not you?".' })
export class RememberedVolunteer {
  @Field(() => String, { nullable: true, description: 'The first name; null for one that cannot be said.' })
  firstName!: string | null;
}

@Resolver(() => RememberedVolunteer)
export class KnownBrowserResolver {
  constructor(private readonly browsers: KnownBrowsers) {}

  @Query(() => RememberedVolunteer, {
    nullable: true,
    description: 'The volunteer whom this browser remembers, who signs up with one click; null for none.',
  })
  @Allow('anyone')
  rememberedVolunteer(@CurrentBrowser() browser: Browser): Promise<RememberedVolunteer | null> {
    return this.browsers.volunteerOf(browser);
  }

  @Mutation(() => Acknowledgement, { description: 'Has this browser forget the volunteer it remembers; always ok.' })
  @Allow('anyone')
  forgetVolunteer(@CurrentBrowser() browser: Browser): Promise<Acknowledgement> {
    return this.browsers.forget(browser);
  }
}
