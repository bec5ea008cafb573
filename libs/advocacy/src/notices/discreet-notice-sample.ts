import { ObjectType } from '@nestjs/graphql';
import { Choice, ComputedField } from '@upstander/platform';
import { NoticeChannel } from '../records/notice-choice.js';

@ObjectType({ description: 'The email or text that tells a person that there is something new, as it arrives.' })
export class DiscreetNoticeSample {
  @Choice(NoticeChannel, { seenBy: 'anyone' }) channel!: NoticeChannel;
  @ComputedField(() => String, { description: 'Email address or phone number of the sender.' }) sender!: string;
  @ComputedField(() => String, { nullable: true, description: 'Subject of the email; null for a text.' })
  subject!: string | null;
  @ComputedField(() => String, { description: 'Text that doesn’t name the organization.' }) text!: string;
  @ComputedField(() => String, { description: 'Text that names the organization.' }) textWithOrganization!: string;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Consent to texts that the form must show, because it is recorded; null for an email.',
  })
  consent!: string | null;
}
