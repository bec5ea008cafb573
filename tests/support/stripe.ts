import { startApp, type StartOptions, type TestApp } from './app.js';
import { startStripe, type SandboxHandle, type StripeOptions } from '@upstander/stripe-sandbox';

export * from '@upstander/stripe-sandbox';

/** The sandbox uses the app's clock. */
export async function startAppWithStripe(
  options: StartOptions & { stripe?: StripeOptions } = {},
): Promise<{ app: TestApp; stripe: SandboxHandle; close(): Promise<void> }> {
  const sharedApp: { app: TestApp | null } = { app: null };
  const stripe = await startStripe({ now: () => sharedApp.app?.clock.now() ?? new Date(), ...options.stripe });
  const app = await startApp({
    ...options,
    config: {
      STRIPE_URL: stripe.url,
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      ...options.config,
    },
  }).catch(async (error: unknown) => {
    await stripe.close();
    throw error;
  });
  sharedApp.app = app;
  stripe.sandbox.registerEndpoint(`${app.url}/webhooks/stripe`, stripe.webhookSecret);
  stripe.clock.advance = async (milliseconds) => {
    app.clock.advance(milliseconds);
    await stripe.waitUntilSettled();
  };
  return {
    app,
    stripe,
    async close() {
      await stripe.close();
      await app.close();
    },
  };
}
