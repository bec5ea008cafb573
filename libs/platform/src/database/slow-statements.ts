import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { requestContext } from '../request-context/request-context.js';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { Metrics } from '../metrics/metrics.service.js';
import { statementListeners, type StatementListener } from '../telemetry/statements.js';

/** Logs and counts statements that take longer than SLOW_STATEMENT_MS, by name. */
@Injectable()
export class SlowStatements implements OnApplicationShutdown {
  private readonly most: number;

  constructor(
    config: Config,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {
    this.most = config.SLOW_STATEMENT_MS;
    if (this.most > 0) statementListeners.add(this.hear);
  }

  onApplicationShutdown(): void {
    statementListeners.delete(this.hear);
  }

  private readonly hear: StatementListener = (statement) => {
    const startedAt = performance.now();
    const { requestId } = requestContext.getStore() ?? {};
    return (failed) => {
      const ms = Math.round(performance.now() - startedAt);
      if (ms <= this.most) return;
      this.metrics.count('upstander_slow_statements_total', { statement });
      this.logger.warn({ statement, ms, failed, requestId }, 'a slow statement');
    };
  };
}
