import { Injectable } from '@nestjs/common';
import { MetricSource, type Measurement, type Measures } from '@upstander/platform';
import { releaseFacts } from './release-facts.mjs';

@Injectable()
@MetricSource()
export class ReleaseMetrics implements Measures {
  async measure(): Promise<Measurement[]> {
    const labels = { version: releaseFacts.version, node: process.versions.node };
    return [{ name: 'upstander_release_info', labels, value: 1 }];
  }
}
