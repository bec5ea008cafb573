import type { Provider } from '@nestjs/common';
import { MyRecordChanges } from './my-record-changes.service.js';
import { MyRecordReader } from './my-record-reader.js';
import { MyRecordTurn } from './my-record-turn.js';
import { MyRecords } from './my-records.service.js';
import { RecordResolver } from './record.resolver.js';

export const myRecordsProviders: Provider[] = [
  RecordResolver,
  MyRecords,
  MyRecordChanges,
  MyRecordTurn,
  MyRecordReader,
];
