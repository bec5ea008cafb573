import { Injectable } from '@nestjs/common';
import type { RoleName } from '../grants/role.js';

/** Listener of another library for powerful roles that begin or end. */
export interface PowerChange {
  /** Runs before the role is stored: if it throws, the role does not begin. */
  began(accountId: string): Promise<void>;
  /** Runs once the role is gone. */
  ended(accountId: string): Promise<void>;
}

/** Notifies libraries above this one when powerful roles begin and end. */
@Injectable()
export class PowerChanges {
  private readonly listeners = new Map<RoleName, PowerChange>();

  /** Registers what happens when `role` begins and ends. */
  on(role: RoleName, change: PowerChange): void {
    if (this.listeners.has(role)) throw new Error(`Changes of the role ${role} have a listener already.`);
    this.listeners.set(role, change);
  }

  async began(role: RoleName, accountId: string): Promise<void> {
    await this.listeners.get(role)?.began(accountId);
  }

  async ended(role: RoleName, accountId: string): Promise<void> {
    await this.listeners.get(role)?.ended(accountId);
  }
}
