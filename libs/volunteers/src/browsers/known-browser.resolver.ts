import { Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentBrowser, type Browser } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { KnownBrowsers } from './known-browsers.service.js';

@ObjectType({ description: 'A volunteer remembered by a browser, with just enough data to ask "Not you?".' })
export class RememberedVolunteer {
  @Field(() => String, { nullable: true, description: 'First name; null if it cannot be determined.' })
  firstName!: string | null;
}

@Resolver(() => RememberedVolunteer)
export class KnownBrowserResolver {
  constructor(private readonly browsers: KnownBrowsers) {}

  @Query(() => RememberedVolunteer, {
    nullable: true,
    description: 'The volunteer remembered by this browser, who can sign up with one click; null if none.',
  })
  @Allow('anyone')
  rememberedVolunteer(@CurrentBrowser() browser: Browser): Promise<RememberedVolunteer | null> {
    return this.browsers.findVolunteer(browser);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Makes this browser forget the remembered volunteer. Always succeeds.',
  })
  @Allow('anyone')
  forgetVolunteer(@CurrentBrowser() browser: Browser): Promise<Acknowledgement> {
    return this.browsers.forget(browser);
  }
}
