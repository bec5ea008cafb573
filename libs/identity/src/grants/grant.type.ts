import { Field, ObjectType } from '@nestjs/graphql';
import { Chapter } from '../chapters/chapter.entity.js';
import { Role, type RoleName } from './role.js';

@ObjectType({ description: 'A role somebody holds.' })
export class Grant {
  @Field(() => Role)
  role!: RoleName;

  @Field(() => Chapter, { nullable: true, description: 'Null: the whole organisation.' })
  chapter!: Chapter | null;
}
