import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, Instant, Json, NoPersonalData, Ref } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

/** All values that admins decided on one screen, as of one save. Rows are never updated. */
@NoPersonalData('subject values')
@Entity({ schema: 'identity', name: 'settings_version' })
export class SettingsVersion {
  /** Screen of the settings, for example `organization`. */
  @PrimaryColumn('text') subject!: string;
  @PrimaryColumn('integer') version!: number;
  /** Decided values by setting. Settings with the value of the environment are left out. */
  @Json() values!: Record<string, unknown>;
  @Ref({ nullable: true }) changedBy!: string | null;
  @Instant() changedAt!: Date;
}

@ObjectType({ description: 'A value that changed when settings were saved. Lists have one entry per line.' })
export class ChangedSetting {
  @Field(() => String, { description: 'Field of the settings.' }) field!: string;
  @Field(() => String, { description: 'Value before; empty if there was none.' }) before!: string;
  @Field(() => String, { description: 'Value after; empty if there is none.' }) after!: string;
}

@ObjectType({ description: 'One save of settings.' })
export class SettingsChange {
  @Field(() => Int, { description: 'Version created by the change.' }) version!: number;
  @Field(() => DateTimeScalar, { description: 'When they were saved.' }) changedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Name of the admin; null if the account was erased.' })
  changedBy!: string | null;
  @Field(() => [ChangedSetting], { description: 'Values that changed.' }) changes!: ChangedSetting[];
}
