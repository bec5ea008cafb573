import { Count, Id, Instant, NoPersonalData, Ref } from '@upstander/platform';
import { Column, Entity } from 'typeorm';

/** An uploaded logo. The organization's settings name the one in use. */
@NoPersonalData('sha256 bytes')
@Entity({ schema: 'identity', name: 'logo' })
export class StoredLogo {
  @Id() id!: string;
  @Count() width!: number;
  @Count() height!: number;
  @Column('bytea') sha256!: Buffer;
  /** Null if the file is stored in the bucket. */
  @Column('bytea', { nullable: true, select: false }) bytes!: Buffer | null;
  @Ref({ nullable: true }) uploadedBy!: string | null;
  @Instant() createdAt!: Date;
}
