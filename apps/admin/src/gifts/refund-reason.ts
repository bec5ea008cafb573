import type { AdminCatalogue } from '@upstander/web-kit';
import { keyOf } from './code-key';

/** Why money went back, in words; one made in the Stripe dashboard says only that. */
export function refundReason({ enums, admin }: AdminCatalogue<'gifts'>, code: string): string {
  const names: Record<string, string> = { ...enums.refundReason, AT_STRIPE: admin.gifts.inDashboard };
  return names[keyOf(code)] ?? enums.refundReason.OTHER;
}
