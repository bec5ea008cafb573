import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { GiftImportStatus } from './gift-import.js';

/** A file of gifts from another program. */
@Entity({ schema: 'fundraising', name: 'gift_import' })
export class GiftImportRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('bytea') sha256!: Buffer;
  @Column('bytea', { nullable: true }) content!: Buffer | null;
  @Column('uuid', { array: true, nullable: true }) chapters!: string[] | null;
  @Column('integer', { name: 'rows_total', default: 0 }) rowsTotal!: number;
  @Column('integer', { name: 'rows_read', default: 0 }) rowsRead!: number;
  @Column('integer', { name: 'rows_imported', default: 0 }) rowsImported!: number;
  @Column('integer', { name: 'rows_known', default: 0 }) rowsKnown!: number;
  @Column('integer', { name: 'rows_refused', default: 0 }) rowsRefused!: number;
  @Column('text') status!: GiftImportStatus;
  @Column('text', { nullable: true }) problem!: string | null;
  @Column('text', { name: 'missing_columns', array: true, default: [] }) missingColumns!: string[];
  @Column('uuid', { name: 'imported_by' }) importedBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
