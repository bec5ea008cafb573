import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
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
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ServiceNeed } from '../services/service.entity.js';

export const ServiceImportStatus = statusOf('ServiceImportStatus', 'Status of a service directory import.', {
  checking: { to: ['checked', 'refused'], description: 'The file is being compared with the directory.' },
  refused: { to: [], description: 'The file cannot be read; `problem` gives the reason.' },
  checked: { to: ['importing'], description: 'The file was compared; nothing is imported yet.' },
  importing: { to: ['done'], description: 'The import is running, in batches.' },
  done: { to: [], description: 'The import is complete.' },
});
export type ServiceImportStatus = EnumOf<typeof ServiceImportStatus>;

const seenBy = 'staff';

/** A service file from another directory. */
@NoPersonalData('file_name content need status problem unread_files')
@RecordName('serviceImport', {
  sql: 'SELECT id, file_name AS name FROM learning.service_import WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/services/files/${id}`,
})
@Entity({ schema: 'learning', name: 'service_import' })
export class ServiceImport {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 200, description: 'Name of the file.' }) fileName!: string;
  /** File content, until checked. */
  @Bytes({ nullable: true }) content!: Buffer | null;
  @Choice(ServiceNeed, { seenBy, description: 'Need assigned to services for which the file gives none.' })
  need!: ServiceNeed;
  @Status(ServiceImportStatus, { seenBy, default: 'checking', description: 'Status of the import.' })
  status!: ServiceImportStatus;
  @Code({
    seenBy,
    nullable: true,
    description: 'Why the file was rejected, as a code, for example `not-utf8`; null if not rejected.',
  })
  problem!: string | null;
  @Count({ seenBy, default: 0, description: 'Number of services in the file, once counted.' }) rowsTotal!: number;
  @Count({ seenBy, default: 0, description: 'Number of services compared so far.' }) rowsRead!: number;
  @Count({ seenBy, default: 0, description: 'Number of services not in the directory yet.' }) rowsNew!: number;
  @Count({ seenBy, default: 0, description: 'Number of services that the file would change.' }) rowsChanged!: number;
  @Count({ seenBy, default: 0, description: 'Number of services that are already up to date.' }) rowsUnchanged!: number;
  @Count({ seenBy, default: 0, description: 'Number of rejected services.' }) rowsRefused!: number;
  @Codes({ seenBy, description: 'Names of files in the ZIP that were not read.', column: 'unread_files' })
  skippedFiles!: string[];
  @Count({ seenBy, default: 0, description: 'Number of services imported so far.' }) rowsWritten!: number;
  @Ref() importedBy!: string;
  @Instant({ seenBy, description: 'When it was uploaded.' }) createdAt!: Date;
  @Instant({ seenBy, nullable: true, description: 'When it was completed or rejected; null until then.' })
  finishedAt!: Date | null;
}

@ObjectType({ description: 'A service of the file, or part of one, that cannot be imported.' })
export class ServiceImportFault {
  @Field(() => Int, { description: 'Number of the service in the file, starting at 1.' }) row!: number;
  @Field(() => String, { description: 'Name of the field.' }) field!: string;
  @Field(() => String, { description: 'Error code, for example `too-long`.' }) problem!: string;
  @Field(() => Boolean, { description: 'True if the service is imported without this part, or with a shortened one.' })
  kept!: boolean;
}

@ObjectType({ description: 'A service that would be imported.' })
export class ServiceImportRow {
  @Field(() => Int, { description: 'Number of the service in the file, starting at 1.' }) row!: number;
  @Field(() => String, { description: 'ID of the service in the file.' }) hsdsId!: string;
  @Field(() => String, { description: 'Name of the service.' }) name!: string;
  @Field(() => Boolean, { description: 'True if it is not in the directory yet.' }) isNew!: boolean;
  @Field(() => [String], { description: 'Fields that would change; for a new service, all fields given.' })
  changed!: string[];
}

@ObjectType('ServiceImport', { description: 'A service file, compared with the directory.' })
export class ManagedServiceImport extends SeenBy(ServiceImport, 'staff') {
  @ComputedField(() => String, { description: 'Name of the person who uploaded it.' }) importedByName!: string;
  @ComputedField(() => [ServiceImportFault], { description: 'The first 200 errors, in file order.' })
  faults!: ServiceImportFault[];
  @ComputedField(() => [ServiceImportRow], { description: 'The first 50 services to import, until they are imported.' })
  preview!: ServiceImportRow[];
}

@InputType({ description: 'The checked service file to import.' })
export class RunServiceImportInput {
  @Field(() => ID, { description: 'ID of the import.' }) id!: string;
}
