import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ComputedField, DateTimeScalar, SeenBy } from '@upstander/platform';
import { HelpLineChangeKind } from './help-line-change.entity.js';
import { HelpLine } from './help-line.entity.js';

@ObjectType({ description: 'A help line change awaiting approval by a second person.' })
export class HelpLineChangeRequest {
  @Field(() => ID, { description: 'ID of the change.' }) id!: string;
  @Field(() => HelpLineChangeKind, { description: 'Effect of the change once approved.' }) kind!: HelpLineChangeKind;
  @Field(() => DateTimeScalar, { description: 'When it was requested.' }) requestedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Name of the requester; null if the account was removed.' })
  requestedByName!: string | null;
  @Field(() => Boolean, { description: 'True if the caller requested it and so cannot approve it.' })
  isMine!: boolean;
  @Field(() => HelpLine, { description: 'The help line after the change.' }) proposed!: HelpLine;
}

@ObjectType({ description: 'A help line, as shown to the staff who maintain it.' })
export class ManagedHelpLine extends SeenBy(HelpLine, 'staff') {
  @ComputedField(() => Boolean, { description: 'True if its verification is due, or if no person has checked it yet.' })
  stale!: boolean;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the person who last checked it; null if never checked by a person.',
  })
  verifiedByName!: string | null;
  @ComputedField(() => HelpLineChangeRequest, {
    nullable: true,
    description: 'The change awaiting approval by a second person; null if none.',
  })
  change!: HelpLineChangeRequest | null;
}
