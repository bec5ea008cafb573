import { Injectable } from '@nestjs/common';
import type { RoleName } from '../roles/role.js';

export interface PowerChange {
  /** Runs before the role is stored. If it throws, the role does not start. */
  onBegin(accountId: string): Promise<void>;
  /** Runs after the role is removed. */
  onEnd(accountId: string): Promise<void>;
}

@Injectable()
export class PowerChanges {
  private readonly listeners = new Map<RoleName, PowerChange>();

  addListener(role: RoleName, change: PowerChange): void {
    if (this.listeners.has(role)) throw new Error(`Changes of the role ${role} already have a listener.`);
    this.listeners.set(role, change);
  }

  async notifyBegin(role: RoleName, accountId: string): Promise<void> {
    await this.listeners.get(role)?.onBegin(accountId);
  }

  async notifyEnd(role: RoleName, accountId: string): Promise<void> {
    await this.listeners.get(role)?.onEnd(accountId);
  }
}
