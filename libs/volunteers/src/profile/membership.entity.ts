import { Choice, Flag, Instant, PersonalData, personal, deletedWithRow } from '@upstander/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Standing } from '../standings/standing.js';
import { ofVolunteer, seenByOrganizers, withChapter } from '../volunteer-data.js';

/** Records that a chapter knows a volunteer who helped there or chose it as home chapter. */
@PersonalData({
  noun: 'chapters I help',
  of: ofVolunteer,
  erasure: 'volunteer',
  kept: 'as long as the profile',
  seenBy: seenByOrganizers,
  columns: {
    sort_name: personal.contact(deletedWithRow, { withheld: 'derived from the name' }),
    sort_last: personal.contact(deletedWithRow, { withheld: 'derived from the name' }),
    standing: personal.content(deletedWithRow),
  },
  also: { ...withChapter, since: 't.since', active_at: 't.active_at' },
  codes: { standing: 'volunteerStanding' },
})
@Entity({ schema: 'volunteers', name: 'membership' })
export class Membership {
  @PrimaryColumn('uuid') volunteerId!: string;
  @PrimaryColumn('uuid') chapterId!: string;
  @Flag({ default: false }) helped!: boolean;
  @Choice(Standing, { default: 'volunteer' }) standing!: Standing;
  /** Copies for sorting and filtering the chapter's list, maintained by the database. */
  @Column({ type: 'text', collation: 'C', select: false }) sortName?: string;
  @Column({ type: 'text', collation: 'C', select: false }) sortLast?: string;
  @Column({ type: 'uuid', array: true, default: [], select: false, insert: false, update: false }) traits?: string[];
  @Instant({ precision: 3 }) activeAt!: Date;
  @Instant({ default: () => 'now()' }) since!: Date;
}
