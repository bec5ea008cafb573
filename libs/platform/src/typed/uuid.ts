const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Check it before a query, where an invalid UUID would be a fault instead of "not found". */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && shape.test(text);
}
