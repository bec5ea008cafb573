import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import { Allow } from '../../access/allow.js';
import { CurrentActor } from '../../access/current-actor.js';
import { CurrentBrowser, type Browser } from '../../access/current-browser.js';
import { MyDataService } from './my-data.service.js';
import { ErasureResult, MyData, MyDataLink, RequestMyDataInput } from './my-data.type.js';

@Resolver()
export class MyDataResolver {
  constructor(private readonly data: MyDataService) {}

  @Query(() => MyData, {
    nullable: true,
    description: 'Personal data stored about a person, by the link in their email.',
  })
  @Allow('anyone')
  myData(@CurrentActor() actor: Actor, @Args('token') token: string): Promise<MyData | null> {
    return this.data.find(actor, token);
  }

  @Mutation(() => Acknowledgement, {
    description:
      'Emails a link to the personal data stored for this address. The response is the same for unknown addresses.',
  })
  @Allow('anyone')
  requestMyData(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: RequestMyDataInput,
  ): Promise<Acknowledgement> {
    return this.data.request(actor, browser, input);
  }

  @Mutation(() => MyDataLink, {
    description:
      "Returns a link to the caller's personal data, after a sign-in within the last few minutes. It works in this session only.",
  })
  @Allow('signed-in')
  openMyData(@CurrentActor() actor: Actor): Promise<MyDataLink> {
    return this.data.open(actor);
  }

  @Mutation(() => ErasureResult, {
    description:
      "Permanently erases a person's data. Upcoming activities are canceled; payment records the law requires are kept without a name.",
  })
  @Allow('anyone')
  eraseMyData(@CurrentActor() actor: Actor, @Args('token') token: string): Promise<ErasureResult> {
    return this.data.erase(actor, token);
  }

  @Mutation(() => Acknowledgement, {
    description: "Withdraws an erasure request that was not carried out yet, using the link in the person's email.",
  })
  @Allow('anyone')
  withdrawMyErasure(@CurrentActor() actor: Actor, @Args('token') token: string): Promise<Acknowledgement> {
    return this.data.withdraw(actor, token);
  }
}
