import { registerEnumType } from '@nestjs/graphql';
import { Choice, Instant, Ref } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

/** What somebody at the door can say of a sign-up. */
export const AttendanceMarkKind = {
  CHECK_IN: 'check_in',
  CHECK_OUT: 'check_out',
  NO_SHOW: 'no_show',
} as const;
export type AttendanceMarkKind = (typeof AttendanceMarkKind)[keyof typeof AttendanceMarkKind];

registerEnumType(AttendanceMarkKind, {
  name: 'AttendanceMarkKind',
  description: 'What somebody at the door can say of a sign-up.',
  valuesMap: {
    CHECK_IN: { description: 'They are there.' },
    CHECK_OUT: { description: 'They leave.' },
    NO_SHOW: { description: 'They did not come.' },
  },
});

/** Written by events.record_attendance only; never changed but to undo it. */
@Entity({ schema: 'events', name: 'attendance_mark' })
export class AttendanceMark {
  /** Made by the phone that noted it: said again, it is the same mark. */
  @PrimaryColumn('uuid') id!: string;
  @Ref() signupId!: string;
  @Choice(AttendanceMarkKind) kind!: AttendanceMarkKind;
  @Instant({ precision: 3 }) at!: Date;
  @Instant() heardAt!: Date;
  @Ref({ nullable: true }) madeBy!: string | null;
  @Instant({ nullable: true }) undoneAt!: Date | null;
  @Ref({ nullable: true }) undoneBy!: string | null;
}
