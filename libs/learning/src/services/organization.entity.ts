import { Id, Instant, SearchVector, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

@Entity({ schema: 'learning', name: 'organization' })
export class Organization {
  @Id() id!: string;
  @Text({ max: 120, required: true }) name!: string;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @SearchVector() searchVector?: string;
}
