import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, SeenBy } from '@upstander/platform';
import { Chapter } from '../chapters/chapter.entity.js';
import { RoleRequest } from './role-request.entity.js';
import { RoleRequestStatus, type RoleRequestStatusName } from './role-request-status.js';

@ObjectType({ description: 'Somebody at this organisation, by name.' })
export class PersonName {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'A change of status of a request, and who made it; nobody for the calendar.' })
export class RoleRequestChange {
  @Field(() => RoleRequestStatus)
  status!: RoleRequestStatusName;

  @Field(() => String, { nullable: true })
  by!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;
}

@ObjectType('RoleRequest', {
  description: 'That somebody is to get a powerful role: asked for by one, approved by another who holds it.',
})
export class ShownRoleRequest extends SeenBy(RoleRequest, 'staff', ['requestedBy', 'approvedBy']) {
  @Field(() => PersonName) account!: PersonName;
  @Field(() => Chapter, { nullable: true, description: 'Null: the whole organisation.' }) chapter!: Chapter | null;
  @Field(() => PersonName, { nullable: true }) requestedBy!: PersonName | null;
  @Field(() => PersonName, { nullable: true }) approvedBy!: PersonName | null;
  @Field(() => Boolean, { description: 'Whether you are one of those who can give the second yes.' })
  canApprove!: boolean;
  @Field(() => Boolean, { description: 'Whether you can object, or take back what you asked for.' })
  canReject!: boolean;
  @Field(() => Int, { description: 'How many people hold this role there and could give the second yes.' })
  approvers!: number;
  @Field(() => [RoleRequestChange]) history!: RoleRequestChange[];
}
