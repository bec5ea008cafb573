import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';

/**
 * Lets other libraries react when a business or an opportunity closes. Listeners run after commit and may be lost with
 * the process, so they only speed up work that is also scheduled.
 */
@Injectable()
export class ClosureListeners {
  private readonly listeners: Array<() => void> = [];

  add(listener: () => void): void {
    this.listeners.push(listener);
  }

  notifyAfterCommit(tx: Tx): void {
    tx.afterCommit(() => {
      for (const listener of this.listeners) listener();
    });
  }
}
