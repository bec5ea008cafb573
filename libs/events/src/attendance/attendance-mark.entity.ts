import { Choice, enumOf, type EnumOf, Instant, Ref } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

export const AttendanceMarkKind = enumOf('AttendanceMarkKind', 'What somebody at the door can say of a sign-up.', {
  check_in: 'They are there.',
  check_out: 'They leave.',
  no_show: 'They did not come.',
});
export type AttendanceMarkKind = EnumOf<typeof AttendanceMarkKind>;

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
