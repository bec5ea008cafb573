import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { NotificationPreferences } from './notification-preference.entity.js';
import { UpdateNotificationPreferencesInput } from './notification-preference.input.js';
import { RequestSmsCodeInput, UpdateSmsPreferenceInput } from '../sms/consent/sms-preference.js';
import { NotificationPreferencesService } from './notification-preferences.service.js';

@Resolver()
export class NotificationPreferenceResolver {
  constructor(private readonly service: NotificationPreferencesService) {}

  @Query(() => NotificationPreferences, {
    description: "How a person is notified, by the personal link of any email or of the caller's account.",
  })
  @Allow('anyone')
  notificationPreferences(
    @CurrentActor() actor: Actor,
    @Args('token', {
      type: () => String,
      nullable: true,
      description: "Token of the personal link; null for the caller's account.",
    })
    token: string | null,
  ): Promise<NotificationPreferences> {
    return this.service.find(actor, token ?? null);
  }

  @Mutation(() => NotificationPreferences, {
    description: 'Changes how a person is notified, also of what is already waiting to be sent.',
  })
  @Allow('anyone')
  updateNotificationPreferences(
    @CurrentActor() actor: Actor,
    @Args('input') input: UpdateNotificationPreferencesInput,
  ): Promise<NotificationPreferences> {
    return this.service.update(actor, input);
  }

  @Mutation(() => NotificationPreferences, {
    description: 'Texts a code to a number, which proves that it is the caller’s.',
  })
  @Allow('signed-in')
  requestSmsCode(
    @CurrentActor() actor: Actor,
    @Args('input') input: RequestSmsCodeInput,
  ): Promise<NotificationPreferences> {
    return this.service.requestSmsCode(actor, input);
  }

  @Mutation(() => NotificationPreferences, {
    description: 'Confirms the number with the code, and starts texts to it.',
  })
  @Allow('signed-in')
  confirmSmsCode(
    @CurrentActor() actor: Actor,
    @Args('code', { description: 'Code of six digits.' }) code: string,
  ): Promise<NotificationPreferences> {
    return this.service.confirmSmsCode(actor, code);
  }

  @Mutation(() => NotificationPreferences, {
    description: 'Ends texts, or chooses whether emails are sent as well.',
  })
  @Allow('anyone')
  updateSmsPreference(
    @CurrentActor() actor: Actor,
    @Args('input') input: UpdateSmsPreferenceInput,
  ): Promise<NotificationPreferences> {
    return this.service.updateSms(actor, input);
  }
}
