import { ObjectType } from '@nestjs/graphql';
import { Choice, enumOf, type EnumOf, Id, Instant, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

export const TermKind = enumOf('VolunteerTermKind', 'What a term names.', {
  skill: 'Something a volunteer can do.',
  interest: 'Something a volunteer likes to do.',
});
export type TermKind = EnumOf<typeof TermKind>;

const seenBy = 'anyone';

/** A word of the organisation's own, in both languages, that skills and interests are chosen from. */
@ObjectType('VolunteerTerm', { description: 'A skill or an interest that volunteers choose from.' })
@Entity({ schema: 'volunteers', name: 'term' })
export class Term {
  @Id({ seenBy }) id!: string;
  @Choice(TermKind, { seenBy, description: 'What it names.' }) kind!: TermKind;
  @Text({ seenBy, max: 60, required: true, description: 'The word in English.' }) name!: string;
  @Text({ seenBy, max: 60, required: true, description: 'The word in Spanish.' }) nameEs!: string;
  @Instant({ seenBy, nullable: true, description: 'Since when nobody can choose it any more; null while they can.' })
  retiredAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}
