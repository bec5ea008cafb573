import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { Chapter } from '../chapters/chapter.entity.js';
import { Role, type RoleName } from './role.js';

@ObjectType({ description: 'A role somebody holds.' })
export class Grant {
  @Field(() => Role)
  role!: RoleName;

  @Field(() => DateTimeScalar)
  since!: Date;

  @Field(() => String, { nullable: true, description: 'Who gave it, or asked for it; null for the command line.' })
  grantedBy!: string | null;

  @Field(() => Chapter, { nullable: true, description: 'Null: the whole organisation.' })
  chapter!: Chapter | null;
}
