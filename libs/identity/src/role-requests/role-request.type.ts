import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { Chapter } from '../chapters/chapter.entity.js';
import { Role, type RoleName } from '../grants/role.js';
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

@ObjectType({
  description: 'That somebody is to get a powerful role: asked for by one, approved by another who holds it.',
})
export class RoleRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => PersonName)
  account!: PersonName;

  @Field(() => Role)
  role!: RoleName;

  @Field(() => Chapter, { nullable: true, description: 'Null: the whole organisation.' })
  chapter!: Chapter | null;

  @Field(() => RoleRequestStatus)
  status!: RoleRequestStatusName;

  @Field(() => PersonName, { nullable: true })
  requestedBy!: PersonName | null;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it waits for the second yes.' })
  expiresAt!: Date;

  @Field(() => PersonName, { nullable: true })
  approvedBy!: PersonName | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when the role counts, unless somebody objects.' })
  beginsAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether you are one of those who can give the second yes.' })
  canApprove!: boolean;

  @Field(() => Boolean, { description: 'Whether you can object, or take back what you asked for.' })
  canReject!: boolean;

  @Field(() => Int, { description: 'How many people hold this role there and could give the second yes.' })
  approvers!: number;

  @Field(() => [RoleRequestChange])
  history!: RoleRequestChange[];
}
