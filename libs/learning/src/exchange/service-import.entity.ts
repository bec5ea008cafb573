import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  Answer,
  Bytes,
  Choice,
  Code,
  Codes,
  Count,
  type EnumOf,
  Id,
  Instant,
  Ref,
  SeenBy,
  statusOf,
  Text,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ServiceNeed } from '../services/service.entity.js';

export const ServiceImportStatus = statusOf('ServiceImportStatus', 'How far a file of services is.', {
  checking: { to: ['checked', 'refused'], description: 'It is compared with the directory.' },
  refused: { to: [], description: 'Not a file we can read; `problem` says why.' },
  checked: { to: ['importing'], description: 'Read and compared; nothing is written yet.' },
  importing: { to: ['done'], description: 'It is written, a part at a time.' },
  done: { to: [], description: 'All of it is written.' },
});
export type ServiceImportStatus = EnumOf<typeof ServiceImportStatus>;

const seenBy = 'staff';

/** A file of services from somewhere else. */
@Entity({ schema: 'learning', name: 'service_import' })
export class ServiceImport {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 200, description: 'What the file was called.' }) fileName!: string;
  /** Until it is checked. */
  @Bytes({ nullable: true }) content!: Buffer | null;
  @Choice(ServiceNeed, { seenBy, description: 'What services help with where the file does not say it.' })
  need!: ServiceNeed;
  @Status(ServiceImportStatus, { seenBy, default: 'checking', description: 'How far it is.' })
  status!: ServiceImportStatus;
  @Code({ seenBy, nullable: true, description: 'Why the whole file was refused, a code such as `not-utf8`; or null.' })
  problem!: string | null;
  @Count({ seenBy, default: 0, description: 'Services in the file, once they were counted.' }) rowsTotal!: number;
  @Count({ seenBy, default: 0, description: 'Services that were compared so far.' }) rowsRead!: number;
  @Count({ seenBy, default: 0, description: 'Services that are not in the directory.' }) rowsNew!: number;
  @Count({ seenBy, default: 0, description: 'Services of which the file says something else.' }) rowsChanged!: number;
  @Count({ seenBy, default: 0, description: 'Services of which the file says the same.' }) rowsUnchanged!: number;
  @Count({ seenBy, default: 0, description: 'Services that are left out, with what is wrong.' }) rowsRefused!: number;
  @Codes({ seenBy, description: 'Names of files in the ZIP that were not read.' }) unreadFiles!: string[];
  @Count({ seenBy, default: 0, description: 'Services that were written so far.' }) rowsWritten!: number;
  @Ref() importedBy!: string;
  @Instant({ seenBy, description: 'When it came.' }) createdAt!: Date;
  @Instant({ seenBy, nullable: true, description: 'When it was done or refused; null until then.' })
  finishedAt!: Date | null;
}

@ObjectType({ description: 'A service of the file, or a part of one, that is left out.' })
export class ServiceImportFault {
  @Field(() => Int, { description: 'Which one of the file, counted from 1.' }) row!: number;
  @Field(() => String, { description: 'The field that it is about.' }) field!: string;
  @Field(() => String, { description: 'What is wrong, as a stable code such as `too-long`.' }) problem!: string;
  @Field(() => Boolean, { description: 'True if the service is imported, without this part or with a shorter one.' })
  kept!: boolean;
}

@ObjectType({ description: 'A service that the file would write.' })
export class ServiceImportRow {
  @Field(() => Int, { description: 'Which one of the file, counted from 1.' }) row!: number;
  @Field(() => String, { description: 'Its id in the file.' }) hsdsId!: string;
  @Field(() => String, { description: 'What it is called.' }) name!: string;
  @Field(() => Boolean, { description: 'Whether it is not in the directory yet.' }) isNew!: boolean;
  @Field(() => [String], { description: 'The fields that would change; all that are said of a new one.' })
  changed!: string[];
}

@ObjectType('ServiceImport', { description: 'A file of services, compared with the directory.' })
export class ManagedServiceImport extends SeenBy(ServiceImport, 'staff') {
  @Answer(() => String, { description: 'Who brought it.' }) importedByName!: string;
  @Answer(() => [ServiceImportFault], { description: 'The first 200 faults, in order of the file.' })
  faults!: ServiceImportFault[];
  @Answer(() => [ServiceImportRow], { description: 'The first 50 that would be written, until they are.' })
  preview!: ServiceImportRow[];
}

@InputType({ description: 'The file that was looked at, to be written now.' })
export class RunServiceImportInput {
  @Field(() => ID, { description: 'Which file.' }) id!: string;
}
