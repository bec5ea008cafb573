import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, SeenBy } from '@upstander/platform';
import { StaffArea, type StaffAreaName } from '../roles/staff-area.js';
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

@ObjectType({ description: 'The custom role of a request, which the approver agrees to.' })
export class RequestedCustomRole {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name in English.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in Spanish; null if it is the same.' })
  nameEs!: string | null;

  @Field(() => [StaffArea], { description: 'Areas that it can view but not change.' })
  viewAreas!: StaffAreaName[];

  @Field(() => [StaffArea], { description: 'Areas that it can view and change.' })
  manageAreas!: StaffAreaName[];
}

@ObjectType('RoleRequest', {
  description: 'A request for a powerful role, requested by one person and approved by another who holds the role.',
})
export class ShownRoleRequest extends SeenBy(RoleRequest, 'staff', ['requestedBy', 'approvedBy']) {
  @Field(() => PersonName) account!: PersonName;
  @Field(() => Chapter, { nullable: true, description: 'The chapter it applies to; null for the whole organization.' })
  chapter!: Chapter | null;
  @Field(() => RequestedCustomRole, {
    nullable: true,
    description: 'The custom role that is requested; null for the whole role.',
  })
  customRole!: RequestedCustomRole | null;
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
