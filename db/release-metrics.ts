import { Injectable } from '@nestjs/common';
import { MetricSource, type Measurement, type Measures } from '@upstander/platform';
import { releaseFacts } from './release-facts.mjs';

/** Reports the release and the Node.js version of a program as metrics. */
@Injectable()
@MetricSource()
export class ReleaseMetrics implements Measures {
  async measure(): Promise<Measurement[]> {
    const labels = { version: releaseFacts.version, node: process.versions.node };
    return [{ name: 'upstander_release_info', labels, value: 1 }];
  }
}
