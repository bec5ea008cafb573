import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
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

@Area('site_messages')
@Resolver(() => ManagedSiteMessage)
export class SiteMessageResolver {
  constructor(
    private readonly messages: SiteMessages,
    private readonly forms: MessageForms,
  ) {}

  @Query(() => String, { description: 'Returns an encrypted timestamp of the form, to be sent with the message.' })
  @Allow('anyone')
  siteMessageForm(): string {
    return this.forms.create();
  }

  @Mutation(() => Acknowledgement, {
    description:
      'Sends a message to the organization or a chapter. Repeated submissions of the same form with the same text count as one message.',
  })
  @Allow('anyone')
  sendSiteMessage(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: SendSiteMessageInput,
  ): Promise<Acknowledgement> {
    return this.messages.send(actor, browser, input);
  }

  @Query(() => SiteMessageConnection, {
    description: "Messages from the site and replies to emails, to the caller's chapters, newest first.",
  })
  @Allow('organizer')
  siteMessages(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SiteMessageFilter, nullable: true }) filter?: SiteMessageFilter | null,
  ): Promise<SiteMessageConnection> {
    return this.messages.list(actor, filter ?? {}, page);
  }

  @Mutation(() => ManagedSiteMessage, { description: 'Marks a message as answered or open.' })
  @Allow('organizer')
  setSiteMessageStatus(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('status', { type: () => SiteMessageStatus, description: 'The new status.' })
    status: SiteMessageStatus,
  ): Promise<ManagedSiteMessage> {
    return this.messages.setStatus(actor, id, status);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a message and its notification email.' })
  @Allow('organizer')
  deleteSiteMessage(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Acknowledgement> {
    return this.messages.delete(actor, id);
  }
}
