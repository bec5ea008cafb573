import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { GiftImportStatus, ImportRefusal } from './gift-import.js';

/** A file of gifts from another program. */
@Entity({ schema: 'fundraising', name: 'gift_import' })
export class GiftImportRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('bytea') sha256!: Buffer;
  @Column('integer', { name: 'rows_total' }) rowsTotal!: number;
  @Column('integer', { name: 'rows_imported', default: 0 }) rowsImported!: number;
  @Column('integer', { name: 'rows_known', default: 0 }) rowsKnown!: number;
  @Column('integer', { name: 'rows_refused', default: 0 }) rowsRefused!: number;
  @Column('jsonb', { default: [] }) refusals!: ImportRefusal[];
  @Column('text') status!: GiftImportStatus;
  @Column('uuid', { name: 'imported_by' }) importedBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}

/** A good row of a file that is not a gift yet. */
@Entity({ schema: 'fundraising', name: 'gift_import_row' })
export class GiftImportLine {
  @PrimaryColumn('uuid', { name: 'import_id' }) importId!: string;
  @PrimaryColumn('integer') n!: number;
  @Column('jsonb') content!: Record<string, unknown>;
}
