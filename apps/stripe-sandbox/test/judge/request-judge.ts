import type { PublishedOperation } from './shared-data.js';

export class RequestJudge {
  private readonly operations: Array<PublishedOperation & { matcher: RegExp }>;

  constructor(operations: readonly PublishedOperation[]) {
    this.operations = operations.map((operation) => ({
      ...operation,
      matcher: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
    }));
  }

  hasOperation(method: string, path: string): boolean {
    return this.find(method, path).length > 0;
  }

  /**
   * @param form pairs as sent: `line_items[0][price_data][currency]`
   * @returns descriptions of errors; empty if valid or if the operation is not published
   */
  findFaults(method: string, path: string, form: Iterable<readonly [string, string]>): string[] {
    const found = this.find(method, path);
    // Parameters of DELETE are not published.
    if (found.length === 0 || method === 'DELETE') return [];
    const pairs = [...form].filter(([name]) => !/^expand(\[|$)/.test(name));
    // Some paths are published twice, for different resources. One match is enough.
    const all = found.map((operation) => faultsOfParams(operation, pairs));
    return all.find((complaints) => complaints.length === 0) ?? all[0] ?? [];
  }

  private find(method: string, path: string) {
    const found = this.operations.filter((operation) => operation.method === method && operation.matcher.test(path));
    // `/v1/charges/search` is not a charge with the ID "search".
    const plain = found.filter((operation) => operation.path === path);
    return plain.length > 0 ? plain : found;
  }
}

function faultsOfParams({ params }: PublishedOperation, pairs: ReadonlyArray<readonly [string, string]>): string[] {
  const names = new Set(Object.keys(params));
  const complaints: string[] = [];
  for (const [name, value] of pairs) {
    const path = dotted(name);
    const known = params[path];
    if (!known && !(isOpenEnded(path, names) || isInsideUnlisted(path))) complaints.push(`${name}: not a parameter`);
    else if (known?.enum && !known.enum.includes(value))
      complaints.push(`${name}: "${value}" is none of ${known.enum.join(', ')}`);
    else if (known?.type === 'integer' && !/^-?\d+$/.test(value))
      complaints.push(`${name}: "${value}" is no whole number`);
    else if (known?.type === 'boolean' && !/^(true|false)$/.test(value))
      complaints.push(`${name}: "${value}" is neither true nor false`);
  }
  const providedNames = new Set(pairs.map(([name]) => dotted(name)));
  for (const [name, { required }] of Object.entries(params)) {
    if (required && ![...providedNames].some((one) => one === name || one.startsWith(`${name}.`)))
      complaints.push(`${name}: missing`);
  }
  return complaints;
}

/** Converts `line_items[0][price_data][currency]` to the published notation `line_items.price_data.currency`. */
function dotted(name: string): string {
  return name
    .replace(/\]/g, '')
    .split('[')
    .filter((step) => !/^\d*$/.test(step))
    .join('.');
}

/** True for free names, as in metadata, and for bounds of a time filter. */
function isOpenEnded(path: string, names: Set<string>): boolean {
  const steps = path.split('.');
  return steps.includes('metadata') || (names.has(steps.slice(0, -1).join('.')) && /\.(gte?|lte?)$/.test(path));
}

/** True inside arrays of objects (`line_items`, `items`), which the published list omits. */
function isInsideUnlisted(path: string): boolean {
  return arraysOfObjects.has(path.split('.')[0] ?? '') || unpublishedParams.has(path);
}

/** Missing in the list, although Stripe's own scripts use them; newer than the list (SDK 23.0). */
const unpublishedParams = new Set(['card.token', 'allowed_payment_method_types', 'excluded_payment_method_types']);
const arraysOfObjects = new Set(['line_items', 'items', 'add_invoice_items', 'discounts', 'custom_fields']);
