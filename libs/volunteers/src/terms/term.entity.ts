import { ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import { Choice, enumOf, type EnumOf, Id, Instant, Text, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

export const TermKind = enumOf('VolunteerTermKind', 'Kind of volunteer term.', {
  skill: 'A skill.',
  interest: 'An interest.',
});
export type TermKind = EnumOf<typeof TermKind>;

const seenBy = 'anyone';

@ObjectType('VolunteerTerm', { description: 'A skill or interest that volunteers can choose.' })
@NoPersonalData('kind name name_es')
@RecordName('volunteerTerm', {
  also: ['interest', 'skill'],
  sql: 'SELECT id, name, name_es AS "nameEs" FROM volunteers.term WHERE id = ANY ($1::uuid[])',
  path: () => '/volunteers/terms',
})
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
