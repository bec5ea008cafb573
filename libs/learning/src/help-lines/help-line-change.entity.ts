import { RecordName } from '@upstander/identity';
import { Choice, enumOf, type EnumOf, Flag, Id, Instant, Json, Ref, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';
import type { HelpLine } from './help-line.entity.js';

export const HelpLineChangeKind = enumOf('HelpLineChangeKind', 'Effect of a help line change once approved.', {
  edit: 'The new values are shown on the site.',
  publish: 'The help line is published.',
  remove: 'The help line is removed from the site.',
});
export type HelpLineChangeKind = EnumOf<typeof HelpLineChangeKind>;

export const HelpLineDecision = { APPROVED: 'approved', DECLINED: 'declined', WITHDRAWN: 'withdrawn' } as const;
export type HelpLineDecision = (typeof HelpLineDecision)[keyof typeof HelpLineDecision];

/** A requested change to a help line. Never updated after the decision, except that `applied` is set once. */
@NoPersonalData('kind proposed_values decision')
@RecordName('helpLineChange', {
  sql: `SELECT c.id, l.name, l.name_es AS "nameEs", l.id AS "pageId" FROM learning.help_line_change c
    JOIN learning.help_line l ON l.id = c.help_line_id WHERE c.id = ANY ($1::uuid[])`,
  path: ({ pageId }) => `/help-lines/${pageId}`,
})
@Entity({ schema: 'learning', name: 'help_line_change' })
export class HelpLineChange {
  @Id() id!: string;
  @Ref() helpLineId!: string;
  @Choice(HelpLineChangeKind) kind!: HelpLineChangeKind;
  /** New values by field name; empty for a removal. */
  @Json() proposedValues!: Partial<HelpLine>;
  @Ref({ nullable: true }) requestedBy!: string | null;
  @Instant() requestedAt!: Date;
  @Choice(HelpLineDecision, { nullable: true }) decision!: HelpLineDecision | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Instant({ nullable: true }) decidedAt!: Date | null;
  @Flag({ default: false }) applied!: boolean;
}
