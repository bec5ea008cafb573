import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, TimeZoneScalar } from '@upstander/platform';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType({ description: 'A local branch of the organisation.' })
@Entity({ schema: 'identity', name: 'chapter' })
export class Chapter {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'chapter_pkey' })
  id!: string;

  @Field(() => String)
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Its name in addresses of pages; it stays when the name changes.' })
  @Column({ type: 'text', unique: true })
  slug!: string;

  @Field(() => TimeZoneScalar)
  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Field(() => String)
  @Column({ type: 'text' })
  city!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was closed: what it did stays with it, and nothing new begins in it. Null while it is open.',
  })
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
