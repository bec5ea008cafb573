import { Injectable } from '@nestjs/common';
import { Clock, Database, Logger } from '@upstander/platform';
import type Stripe from 'stripe';
import { ChargeIntake } from './charge-intake.js';
import { faultOf, errorCodesOf } from './stripe-faults.js';
import { StripeEvents, type EventOutcome } from './stripe-events.js';

/** Stripe could not be reached to read an event's object. Stripe will resend the event. */
export class StripeUnavailableError extends Error {}

@Injectable()
export class EventIntake {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: StripeEvents,
    private readonly charges: ChargeIntake,
    private readonly logger: Logger,
  ) {}

  /**
   * Applies an event once. Its ID is inserted in the transaction of its effect, so repeated and
   * concurrent deliveries change nothing.
   * @throws StripeUnavailableError if Stripe must resend the event
   */
  async acceptEvent(event: Stripe.Event): Promise<void> {
    if (event.type === 'charge.succeeded') await this.charges.bookCharge(event);
    else await this.apply(event);
  }

  private async apply(event: Stripe.Event): Promise<void> {
    const handlers = this.events.handlersOf(event.type);
    if (handlers.length > 0 && (await this.isKnown(event.id))) return;
    const prepared: unknown[] = [];
    for (const handler of handlers) prepared.push(await this.prepareEvent(() => handler.prepare?.(event)));
    await this.db.transaction(async (tx) => {
      const made = await tx.query(
        `INSERT INTO fundraising.stripe_event (id, type, object_id, outcome, created_at, received_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING RETURNING id`,
        [
          event.id,
          event.type,
          objectIdOf(event),
          handlers.length > 0 ? 'nothing-to-do' : 'unknown-type',
          new Date(event.created * 1000),
          this.clock.now(),
        ],
      );
      if (made.length === 0) return;
      const outcomes: EventOutcome[] = [];
      for (const [i, handler] of handlers.entries()) outcomes.push(await handler.apply(tx, event, prepared[i]));
      if (outcomes.includes('applied')) {
        await tx.query(`UPDATE fundraising.stripe_event SET outcome = 'applied' WHERE id = $1`, [event.id]);
      }
    });
  }

  private async isKnown(id: string): Promise<boolean> {
    return (await this.db.query('SELECT FROM fundraising.stripe_event WHERE id = $1', [id])).length > 0;
  }

  private async prepareEvent(prepare: () => Promise<unknown> | undefined): Promise<unknown> {
    try {
      return await prepare();
    } catch (error) {
      const fault = faultOf(error);
      this.logger.warn({ fault, why: errorCodesOf(error) }, "could not read an event's object from Stripe");
      throw new StripeUnavailableError();
    }
  }
}

function objectIdOf(event: Stripe.Event): string | null {
  const { id } = event.data.object as { id?: unknown };
  return typeof id === 'string' ? id : null;
}
