const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a uuid: asked before SQL is, which would answer a fault where "not there" is meant. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && shape.test(text);
}
