import { ObjectType } from '@nestjs/graphql';
import { Id, Instant, SearchVector, Slug, Text, TimeZone } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'anyone';

@ObjectType({ description: 'A local branch of the organisation.' })
@Entity({ schema: 'identity', name: 'chapter' })
export class Chapter {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 100, required: true }) name!: string;
  @Slug({ seenBy, description: 'Its name in addresses of pages; it stays when the name changes.' }) slug!: string;
  @TimeZone({ seenBy }) timeZone!: string;
  @Text({ seenBy, max: 100, required: true }) city!: string;
  @Instant({
    seenBy,
    nullable: true,
    description: 'When it was closed: what it did stays with it, and nothing new begins in it. Null while it is open.',
  })
  closedAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @SearchVector() searchVector?: string;
}
