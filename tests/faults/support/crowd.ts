import type { Receipt } from '../../support/sign-ups.js';
import { RefusedError, type ApiServer } from './api-server.js';

export interface Wish {
  shiftId: string;
  name: string;
  email: string;
  idempotencyKey: string;
}

/** People who sign up at two servers, a fixed number at a time, and retry until they have an answer. */
export class Crowd {
  unanswered = 0;
  private readonly told = new Map<string, Receipt>();
  private readonly milestones: Array<{ at: number; reached: () => void }> = [];

  constructor(
    private readonly servers: readonly ApiServer[],
    private readonly wishes: readonly Wish[],
  ) {}

  reached(at: number): Promise<void> {
    return new Promise((reached) => this.milestones.push({ at, reached }));
  }

  async signUp(atATime: number): Promise<Map<string, Receipt>> {
    let next = 0;
    const one = async () => {
      for (let i = next++; i < this.wishes.length; i = next++) await this.insist(this.wishes[i]!, i);
    };
    await Promise.all(Array.from({ length: atATime }, one));
    return this.told;
  }

  private async insist(wish: Wish, start: number): Promise<void> {
    for (let tries = start; ; tries += 1) {
      try {
        this.told.set(wish.idempotencyKey, await this.servers[tries % this.servers.length]!.signUp(wish));
        break;
      } catch (error) {
        if (error instanceof RefusedError) throw error;
        this.unanswered += 1;
      }
    }
    for (const { at, reached } of this.milestones) if (this.told.size >= at) reached();
  }
}
