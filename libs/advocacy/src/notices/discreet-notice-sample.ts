import { ObjectType } from '@nestjs/graphql';
import { ComputedField } from '@upstander/platform';

@ObjectType({ description: 'The email that tells a person that there is something new, as it arrives.' })
export class DiscreetNoticeSample {
  @ComputedField(() => String, { description: 'Email address of the sender.' }) sender!: string;
  @ComputedField(() => String, { description: 'Subject of the email.' }) subject!: string;
  @ComputedField(() => String, { description: 'Text that doesn’t name the organization.' }) text!: string;
  @ComputedField(() => String, { description: 'Text that names the organization.' }) textWithOrganization!: string;
}
