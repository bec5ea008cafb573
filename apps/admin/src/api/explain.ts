import { ApiFault, ApiRefusal, isRefusal } from '@upstander/api-client';
import { refusalText, type StartCatalog, type Locale } from '@upstander/web-kit';

export function explain(words: StartCatalog, locale: Locale, error: unknown): string {
  const { common } = words.admin;
  if (error instanceof ApiFault) {
    if (error.where === 'network') return common.networkFault;
    if (error.where === 'database') return common.databaseFault;
    return error.id ? common.serverFault({ id: error.id }) : common.serverFaultNoId;
  }
  if (!(error instanceof ApiRefusal)) return common.serverFaultNoId;
  if (error.code === 'TOO_MANY_TRIES' && error.retryAfterSeconds !== undefined) {
    return common.waitFor({ time: duration(locale, error.retryAfterSeconds) });
  }
  return explainCode(words, error.code);
}

/** Returns the text of a refusal, by its code. */
export function explainCode(words: StartCatalog, code: string): string {
  const refusalTexts: Record<string, string> = words.admin.refusals;
  return Object.hasOwn(refusalTexts, code) ? (refusalTexts[code] ?? '') : refusalText(words, code);
}

/**
 * Returns an empty text if each refused field shows its own reason. For fields that are not on the form, names the
 * field and the reason.
 */
export function explainBeside(
  shownFields: ReadonlySet<string>,
  words: StartCatalog,
  locale: Locale,
  error: unknown,
): string | null {
  if (error == null) return null;
  const refusedFields = isRefusal(error, 'BAD_INPUT') ? Object.entries(error.fields) : [];
  const otherFields = refusedFields.filter(([name]) => !shownFields.has(name));
  if (refusedFields.length > 0 && otherFields.length === 0) return null;
  const reasons = otherFields.map(([name, reason]) => `${name}: ${fieldReason(words, reason)}`);
  return [explain(words, locale, error), ...reasons].join(' ');
}

export function fieldReason({ admin: { fieldReasons } }: StartCatalog, reason: string): string {
  const reasons: Record<string, string> = fieldReasons;
  return (Object.hasOwn(reasons, reason) && reasons[reason]) || fieldReasons.other;
}

/** Rounds up, because the server counts exactly. */
export function duration(locale: Locale, seconds: number): string {
  const [value, unit] =
    seconds > 90 ? [Math.ceil(seconds / 60), 'minute'] : [Math.max(1, Math.ceil(seconds)), 'second'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
