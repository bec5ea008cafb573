export const messageFields = ['name', 'shift', 'time'] as const;
/** Fields that participants have a value for. */
export const participantFields: readonly MessageField[] = ['name', 'time'];
export type MessageField = (typeof messageFields)[number];

const placeholder = /\{([^{}]*)\}/g;

/** Returns true if the text has a placeholder that none of the fields fills, for example `{phone}`. */
export function hasUnknownField(text: string, fields: readonly string[] = messageFields): boolean {
  return [...text.matchAll(placeholder)].some(([, name]) => !fields.includes(name!));
}

/** Fills the placeholders in one pass, so that a value can't contain another placeholder. */
export function fillFields(text: string, values: Readonly<Record<MessageField, string>>): string {
  return text.replace(placeholder, (found, name: string) => (isField(name) ? values[name] : found));
}

function isField(name: string): name is MessageField {
  return (messageFields as readonly string[]).includes(name);
}
