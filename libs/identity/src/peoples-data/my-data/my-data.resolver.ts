import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import { Allow } from '../../access/allow.js';
import { CurrentActor } from '../../access/current-actor.js';
import { CurrentBrowser, type Browser } from '../../access/current-browser.js';
import { MyDataService } from './my-data.service.js';
import { ErasureAnswer, MyData, MyDataLink, RequestMyDataInput } from './my-data.type.js';

@Resolver()
export class MyDataResolver {
  constructor(private readonly data: MyDataService) {}

  @Query(() => MyData, { nullable: true, description: 'What is kept of a person, by the link in their mail.' })
  @Allow('anyone')
  myData(@CurrentActor() actor: Actor, @Args('token') token: string): Promise<MyData | null> {
    return this.data.find(actor, token);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Mails the link to their data to this address; the answer is the same whether it is known or not.',
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
      'The link to my data, for the address I signed in with a few minutes ago. It works in this session only.',
  })
  @Allow('signed-in')
  openMyData(@CurrentActor() actor: Actor): Promise<MyDataLink> {
    return this.data.open(actor);
  }

  @Mutation(() => ErasureAnswer, {
    description:
      'Erases a person for good: what is ahead of them ends, and what the law keeps of payments stays without a name.',
  })
  @Allow('anyone')
  eraseMyData(@CurrentActor() actor: Actor, @Args('token') token: string): Promise<ErasureAnswer> {
    return this.data.erase(actor, token);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Withdraws the erasure request of a person, by the link in their email, until it is carried out.',
  })
  @Allow('anyone')
  withdrawMyErasure(@CurrentActor() actor: Actor, @Args('token') token: string): Promise<Acknowledgement> {
    return this.data.withdraw(actor, token);
  }
}
