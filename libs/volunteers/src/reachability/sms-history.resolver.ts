import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Area } from '@upstander/identity';
import { SmsHistory, SmsHistoryReader } from '@upstander/notifications';
import { VolunteerProfile } from '../directory/managed-volunteer.js';

@Area('volunteers')
@Resolver(() => VolunteerProfile)
export class SmsHistoryResolver {
  constructor(private readonly log: SmsHistoryReader) {}

  @ResolveField(() => SmsHistory, {
    nullable: true,
    description: 'Consents to texts, and the latest texts with their results; null for a volunteer without an address.',
  })
  sms(@Parent() { email }: VolunteerProfile): Promise<SmsHistory> | null {
    return email === null ? null : this.log.find(email);
  }
}
