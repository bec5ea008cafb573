import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '../logging/logger.js';
import { Outage } from '../logging/outage.js';
import { Metrics } from '../metrics/metrics.service.js';
import { replicaPool } from './public-reads.js';
import { silenceListeners, type ServerWatch, type SilenceListener } from './server-watch.js';

@Injectable()
export class ServerOutages implements OnApplicationShutdown {
  private readonly outages = new WeakMap<ServerWatch, Outage>();

  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {
    silenceListeners.add(this.hear);
  }

  onApplicationShutdown(): void {
    silenceListeners.delete(this.hear);
  }

  private readonly hear: SilenceListener = (watch) => {
    const pools = [...watch.pools].sort();
    // ReplicaLag reports outages of a replica, which fail no request.
    if (pools.every((pool) => pool === replicaPool)) return;
    let outage = this.outages.get(watch);
    if (!outage) this.outages.set(watch, (outage = new Outage(this.logger, 'the database', () => new Date())));
    if (!watch.isUnavailable) return outage.reportRecovery();
    outage.isAway('silent', { pools });
    this.metrics.count('upstander_database_silences_total');
  };
}
