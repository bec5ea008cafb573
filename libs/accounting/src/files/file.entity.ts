import { Choice, Count, Id, Instant, Ref, Text, NoPersonalData } from '@upstander/platform';
import { Column, Entity } from 'typeorm';

export const FilePurpose = { COVER: 'cover', CONSENT: 'consent', EVIDENCE: 'evidence', PAGE: 'page' } as const;
export type FilePurpose = (typeof FilePurpose)[keyof typeof FilePurpose];

/** An uploaded image or document. Images are re-encoded and stripped of camera metadata. */
@NoPersonalData('purpose media_type sha256 bytes')
@Entity({ schema: 'fundraising', name: 'file' })
export class File {
  @Id() id!: string;
  @Choice(FilePurpose) purpose!: FilePurpose;
  @Text({ max: 100 }) mediaType!: string;
  @Count({ nullable: true }) width!: number | null;
  @Count({ nullable: true }) height!: number | null;
  @Column('bytea') sha256!: Buffer;
  /** Null if the file is stored in the bucket. */
  @Column('bytea', { nullable: true, select: false }) bytes!: Buffer | null;
  @Ref({ nullable: true }) uploadedBy!: string | null;
  @Instant() createdAt!: Date;
}
