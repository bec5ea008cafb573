import { Id, Instant, SearchVector, Text, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

// Contact data of offices, not people, as the organizations publish it.
@NoPersonalData('name')
@Entity({ schema: 'learning', name: 'organization' })
export class Organization {
  @Id() id!: string;
  @Text({ max: 120, required: true }) name!: string;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @SearchVector() searchVector?: string;
}
