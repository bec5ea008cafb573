import { Module } from '@nestjs/common';
import { FileAttempts } from './reading/file-attempts.js';
import { FileMetrics } from './storage/file.metrics.js';
import { FileStore } from './storage/file-store.js';
import { SweepFiles } from './storage/sweep-files.processor.js';
import { Uploads } from './uploads/uploads.js';

@Module({
  providers: [FileStore, FileMetrics, SweepFiles, FileAttempts, Uploads],
  exports: [FileStore, FileAttempts, Uploads],
})
export class FilesModule {}
