import { Controller, Headers, HttpCode, Post, Req, ServiceUnavailableException } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { Clock, Config, notFound } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import { EventIntake, StripeUnavailableError } from './event-intake.js';
import { parseSignedEvent } from './signed-event.js';

/** Access is open; the signature over the raw body authenticates them. */
@Controller()
export class WebhookController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly intake: EventIntake,
  ) {}

  @Post('webhooks/stripe')
  @HttpCode(200)
  @Allow('anyone')
  async receive(
    @Req() request: FastifyRequest,
    @Headers('stripe-signature') signature?: string,
  ): Promise<{ received: true }> {
    const secret = this.config.STRIPE_WEBHOOK_SECRET;
    if (secret === undefined) throw notFound();
    await this.accept(parseSignedEvent(request.body as Buffer, signature, { secret, now: this.clock.now() }));
    return { received: true };
  }

  private async accept(event: Parameters<EventIntake['acceptEvent']>[0]): Promise<void> {
    try {
      await this.intake.acceptEvent(event);
    } catch (error) {
      // Stripe retries for three days.
      if (error instanceof StripeUnavailableError)
        throw new ServiceUnavailableException('Please send this event again.');
      throw error;
    }
  }
}
