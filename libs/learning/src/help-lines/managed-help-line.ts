import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Answer, DateTimeScalar, SeenBy } from '@upstander/platform';
import { HelpLineChangeKind } from './help-line-change.entity.js';
import { HelpLine } from './help-line.entity.js';

@ObjectType({ description: 'A change to a help line that waits for a second person.' })
export class HelpLineChangeRequest {
  @Field(() => ID, { description: 'ID of the change.' }) id!: string;
  @Field(() => HelpLineChangeKind, { description: 'What happens once it is approved.' }) kind!: HelpLineChangeKind;
  @Field(() => DateTimeScalar, { description: 'When it was requested.' }) requestedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Name of the requester; null if the account was removed.' })
  requestedByName!: string | null;
  @Field(() => Boolean, { description: 'True if the current user requested it, and so cannot approve it.' })
  isMine!: boolean;
  @Field(() => HelpLine, { description: 'The line as it will be.' }) proposed!: HelpLine;
}

@ObjectType({ description: 'A help line as the staff who maintain it see it.' })
export class ManagedHelpLine extends SeenBy(HelpLine, 'staff') {
  @Answer(() => Boolean, { description: 'True if its check is due, or if no person has checked it yet.' })
  stale!: boolean;
  @Answer(() => String, { nullable: true, description: 'Who checked it last; null if no person has.' })
  verifiedByName!: string | null;
  @Answer(() => HelpLineChangeRequest, {
    nullable: true,
    description: 'The change that waits for a second person; null if none does.',
  })
  change!: HelpLineChangeRequest | null;
}
