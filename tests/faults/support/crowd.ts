import type { Receipt } from '../../support/sign-ups.js';
import { RefusedError, type ApiServer } from './api-server.js';

export interface SignUpRequest {
  shiftId: string;
  name: string;
  email: string;
  idempotencyKey: string;
}

/** Signs up a fixed number of people at a time. Each retries until there is an answer. */
export class SignUpCrowd {
  unansweredCount = 0;
  private readonly receiptsByRequest = new Map<string, Receipt>();
  private readonly milestones: Array<{ at: number; reached: () => void }> = [];

  constructor(
    private readonly servers: readonly ApiServer[],
    private readonly requests: readonly SignUpRequest[],
  ) {}

  reached(at: number): Promise<void> {
    return new Promise((reached) => this.milestones.push({ at, reached }));
  }

  async signUp(atATime: number): Promise<Map<string, Receipt>> {
    let next = 0;
    const worker = async () => {
      for (let i = next++; i < this.requests.length; i = next++) await this.signUpUntilAnswered(this.requests[i]!, i);
    };
    await Promise.all(Array.from({ length: atATime }, worker));
    return this.receiptsByRequest;
  }

  private async signUpUntilAnswered(request: SignUpRequest, start: number): Promise<void> {
    for (let attempt = start; ; attempt += 1) {
      try {
        this.receiptsByRequest.set(
          request.idempotencyKey,
          await this.servers[attempt % this.servers.length]!.signUp(request),
        );
        break;
      } catch (error) {
        if (error instanceof RefusedError) throw error;
        this.unansweredCount += 1;
      }
    }
    for (const { at, reached } of this.milestones) if (this.receiptsByRequest.size >= at) reached();
  }
}
