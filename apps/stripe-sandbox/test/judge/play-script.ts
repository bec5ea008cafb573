import type { SandboxHandle } from '@upstander/stripe-sandbox';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A request of a script: `customer: POST /v1/customers name=Ana`, or with `! card_error` one that must be refused. */
interface Step {
  name: string;
  method: string;
  path: string;
  form: string;
  refused: string | null;
}

/**
 * Returns the requests that Stripe's command line sends to trigger an event (`stripe trigger`): the facts of the
 * scripts in stripe/stripe-cli f5f390bc, Apache-2.0, for the kinds of objects we use. `{customer:id}` is an ID from an
 * earlier answer.
 */
export function triggerScripts(): Map<string, Step[]> {
  const text = readFileSync(resolve(__dirname, 'trigger-scripts.txt'), 'utf8');
  return new Map(
    text.split('\n\n').map((block) => {
      const [event = '', ...lines] = block.trim().split('\n');
      return [event, lines.map(stepOf)];
    }),
  );
}

function stepOf(line: string): Step {
  const found = /^ {2}(\w+): ([A-Z]+) (\S+)(?: (.+?))?(?: ! (\w+))?$/.exec(line);
  if (!found) throw new Error(`Not a step of a script: ${line}`);
  const [, name = '', method = '', path = '', form = '', refused = null] = found;
  return { name, method, path, form, refused };
}

/** Runs over HTTP and without an API version, like the command line. */
export async function runScript(
  { url, secretKey, waitUntilSettled: settled }: SandboxHandle,
  steps: readonly Step[],
): Promise<void> {
  const answers: Record<string, unknown> = {};
  for (const { name, method, path, form, refused } of steps) {
    const body = encoded(fillPlaceholders(form, answers));
    const target = `${url}${fillPlaceholders(path, answers)}`;
    const response = await fetch(method === 'GET' && body ? `${target}?${body}` : target, {
      method,
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' && { body }),
    });
    const answer = (await response.json()) as { error?: { type: string; message: string } };
    const errorType = answer.error?.type ?? null;
    if (errorType !== refused) throw new Error(`${name}: ${answer.error?.message ?? `was not refused by ${refused}`}`);
    answers[name] = answer;
  }
  await settled();
}

function fillPlaceholders(text: string, answers: Record<string, unknown>): string {
  return text.replace(/\{(\w+):([\w.]+)\}/g, (_, name: string, path: string) => {
    const value = path
      .split('.')
      .reduce<unknown>((inner, step) => (inner as Record<string, unknown>)?.[step], answers[name]);
    if (typeof value !== 'string') throw new Error(`Step ${name} was not answered with ${path}.`);
    return value;
  });
}

function encoded(form: string): string {
  if (form === '') return '';
  const pairs = form.split('&').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return new URLSearchParams(pairs).toString();
}
