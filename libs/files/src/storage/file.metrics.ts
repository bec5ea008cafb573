import { type Measurement, type Measures, MetricSource } from '@upstander/platform';
import { FileStore } from './file-store.js';

@MetricSource()
export class FileMetrics implements Measures {
  constructor(private readonly files: FileStore) {}

  async measure(): Promise<Measurement[]> {
    return [{ name: 'upstander_files_up', value: (await this.files.state()) === 'away' ? 0 : 1 }];
  }
}
