import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, SeenBy } from '@upstander/platform';
import { Chapter } from '../chapters/chapter.entity.js';
import { RoleRequest } from './role-request.entity.js';
import { RoleRequestStatus, type RoleRequestStatusName } from './role-request-status.js';

@ObjectType({ description: "A staff member's name." })
export class PersonName {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'A status change of a request; without a name if automatic.' })
export class RoleRequestChange {
  @Field(() => RoleRequestStatus)
  status!: RoleRequestStatusName;

  @Field(() => String, { nullable: true })
  by!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;
}

@ObjectType('RoleRequest', {
  description: 'A request for a powerful role, requested by one person and approved by another who holds the role.',
})
export class ShownRoleRequest extends SeenBy(RoleRequest, 'staff', ['requestedBy', 'approvedBy']) {
  @Field(() => PersonName) account!: PersonName;
  @Field(() => Chapter, { nullable: true, description: 'The chapter it applies to; null for the whole organization.' })
  chapter!: Chapter | null;
  @Field(() => PersonName, { nullable: true }) requestedBy!: PersonName | null;
  @Field(() => PersonName, { nullable: true }) approvedBy!: PersonName | null;
  @Field(() => Boolean, { description: 'True if the caller can give the second approval.' })
  canApprove!: boolean;
  @Field(() => Boolean, { description: 'True if the caller can reject it or withdraw their own request.' })
  canReject!: boolean;
  @Field(() => Int, { description: 'Number of people who hold this role and can give the second approval.' })
  approvers!: number;
  @Field(() => [RoleRequestChange]) history!: RoleRequestChange[];
}
