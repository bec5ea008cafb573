import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
import { Acknowledgement, PageArgs } from '@upstander/platform';
import { MessageForms } from './message-forms.js';
import {
  ManagedSiteMessage,
  SendSiteMessageInput,
  SiteMessageConnection,
  SiteMessageFilter,
  SiteMessageStatus,
} from './site-message.entity.js';
import { SiteMessages } from './site-messages.service.js';

@Resolver(() => ManagedSiteMessage)
export class SiteMessageResolver {
  constructor(
    private readonly messages: SiteMessages,
    private readonly forms: MessageForms,
  ) {}

  @Query(() => String, { description: 'When a form for a message was made, sealed; it goes along with the message.' })
  @Allow('anyone')
  siteMessageForm(): string {
    return this.forms.make();
  }

  @Mutation(() => Acknowledgement, {
    description: 'Writes to the organisation, or to a chapter. The same form with the same words is one message.',
  })
  @Allow('anyone')
  sendSiteMessage(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: SendSiteMessageInput,
  ): Promise<Acknowledgement> {
    return this.messages.send(actor, browser, input);
  }

  @Query(() => SiteMessageConnection, { description: 'Messages from the site to your chapters, the last first.' })
  @Allow('organizer')
  siteMessages(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SiteMessageFilter, nullable: true }) filter?: SiteMessageFilter | null,
  ): Promise<SiteMessageConnection> {
    return this.messages.list(actor, filter ?? {}, page);
  }

  @Mutation(() => ManagedSiteMessage, { description: 'Says that a message is answered, or open again.' })
  @Allow('organizer')
  setSiteMessageStatus(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('status', { type: () => SiteMessageStatus, description: 'What is true of it now.' })
    status: SiteMessageStatus,
  ): Promise<ManagedSiteMessage> {
    return this.messages.setStatus(actor, id, status);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a message, and the mail that told of it.' })
  @Allow('organizer')
  deleteSiteMessage(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Acknowledgement> {
    return this.messages.delete(actor, id);
  }
}
