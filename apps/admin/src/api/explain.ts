import { refusalText, type Catalogue, type Locale } from '@upstander/web-kit';
import { ApiFault, ApiRefusal } from './answers';

/** What to tell a person about an error: the refusal's words, how long to wait, or the id to give to support. */
export function explain(words: Catalogue, locale: Locale, error: unknown): string {
  const { common, refusals } = words.admin;
  if (error instanceof ApiFault) {
    if (error.where === 'network') return common.networkFault;
    return error.id ? common.serverFault(error.id) : common.serverFaultNoId;
  }
  if (!(error instanceof ApiRefusal)) return common.serverFaultNoId;
  if (error.code === 'TOO_MANY_TRIES' && error.retryAfterSeconds !== undefined) {
    return common.waitFor(duration(locale, error.retryAfterSeconds));
  }
  const own: Record<string, string> = refusals;
  return Object.hasOwn(own, error.code) ? (own[error.code] ?? '') : refusalText(words, error.code);
}

/** “2 minutes”, “45 seconds”: rounded up, because the server counts exactly. */
export function duration(locale: Locale, seconds: number): string {
  const [value, unit] =
    seconds > 90 ? [Math.ceil(seconds / 60), 'minute'] : [Math.max(1, Math.ceil(seconds)), 'second'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
