import { Field, ID, InputType } from '@nestjs/graphql';
import { Role, type RoleName } from './role.js';

@InputType({ description: 'A role to grant, and the chapter it applies to.' })
export class GrantInput {
  @Field(() => ID)
  accountId!: string;

  @Field(() => Role)
  role!: RoleName;

  @Field(() => ID, { nullable: true, description: 'ID of the chapter; omit for the whole organization.' })
  chapterId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'ID of a custom role with this base role; omit for the whole role.',
  })
  customRoleId?: string | null;
}

/** `confirmLastHolder` confirms that no one will hold this powerful role afterward. */
export type RevokeInput = GrantInput & { confirmLastHolder?: boolean };
