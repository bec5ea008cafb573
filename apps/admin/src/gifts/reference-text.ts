import type { AdminCatalog } from '@upstander/web-kit';
import { keyOf } from './code-key';

/** "Check 4411" for `cheque:4411`. Imported gifts keep their own reference. */
export function referenceText({ enums, admin }: AdminCatalog<'gifts'>, reference: string | null): string {
  const [, kind = '', name = ''] = /^([a-z_]+):(.+)$/s.exec(reference ?? '') ?? [];
  if (kind === 'import') return `${admin.gifts.fromFile}: ${name}`;
  const methods: Record<string, string> = enums.giftMethod;
  const method = methods[keyOf(kind)];
  return method ? `${method} ${name}` : (reference ?? '');
}
