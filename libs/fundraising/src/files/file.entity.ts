import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const filePurposes = ['cover', 'consent', 'proof'] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** A picture or a document: pictures re-encoded, without what the camera wrote into them. */
@Entity({ schema: 'fundraising', name: 'file' })
export class FileRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') purpose!: FilePurpose;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('integer', { nullable: true }) width!: number | null;
  @Column('integer', { nullable: true }) height!: number | null;
  @Column('bytea') sha256!: Buffer;
  @Column('bytea', { select: false }) bytes!: Buffer;
  @Column('uuid', { name: 'uploaded_by', nullable: true }) uploadedBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
