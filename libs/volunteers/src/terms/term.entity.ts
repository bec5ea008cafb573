import { ObjectType } from '@nestjs/graphql';
import { Choice, enumOf, type EnumOf, Id, Instant, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

export const TermKind = enumOf('VolunteerTermKind', 'Kind of volunteer term.', {
  skill: 'A skill.',
  interest: 'An interest.',
});
export type TermKind = EnumOf<typeof TermKind>;

const seenBy = 'anyone';

@ObjectType('VolunteerTerm', { description: 'A skill or interest that volunteers can choose.' })
@Entity({ schema: 'volunteers', name: 'term' })
export class Term {
  @Id({ seenBy }) id!: string;
  @Choice(TermKind, { seenBy, description: 'Kind of term.' }) kind!: TermKind;
  @Text({ seenBy, max: 60, required: true, description: 'Name in English.' }) name!: string;
  @Text({ seenBy, max: 60, required: true, description: 'Name in Spanish.' }) nameEs!: string;
  @Instant({ seenBy, nullable: true, description: 'When it was retired; null while it can be chosen.' })
  retiredAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}
