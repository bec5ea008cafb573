import type { AdminCatalog } from '@upstander/web-kit';
import { keyOf } from './code-key';

/** Refunds from the Stripe dashboard have no other reason. */
export function refundReason({ enums, admin }: AdminCatalog<'gifts'>, code: string): string {
  const names: Record<string, string> = { ...enums.refundReason, AT_STRIPE: admin.gifts.inDashboard };
  return names[keyOf(code)] ?? enums.refundReason.OTHER;
}
