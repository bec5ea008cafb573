import { parseArgs } from 'node:util';
import { exampleAccount, type Account } from './account.js';

/** Prevents the start, with a message for the person who started it. */
export class StartError extends Error {}

export interface ProgramOptions {
  /** 0 chooses a free port. */
  port: number;
  account: Partial<Account>;
}

export type Environment = Record<string, string | undefined>;

export const usage = `sms-sandbox: a local SMS carrier with Twilio's API, for development and tests

  --port <number>            12112 by default; 0 chooses a free one
  --inbound <url>            sends texts from phones to this URL
  --from <number>,<number>   the numbers of the account
  --unregistered             the number has no 10DLC registration, so every text ends with 30034
  --help

Environment variables do the same: SMS_SANDBOX_PORT, SMS_SANDBOX_INBOUND_URL, SMS_FROM,
DISCREET_SMS_FROM (another number). The account has
SMS_ACCOUNT_SID, SMS_API_KEY, SMS_API_SECRET and SMS_AUTH_TOKEN.
`;

const text = { type: 'string' } as const;
const knownOptions = { port: text, inbound: text, from: text, unregistered: { type: 'boolean' } } as const;

/**
 * Reads missing options from the environment.
 * @throws StartError for an unknown option, a bad value, or a NODE_ENV other than development and test
 */
export function readOptions(args: readonly string[], environment: Environment): ProgramOptions {
  const mode = environment['NODE_ENV'];
  if (mode && mode !== 'development' && mode !== 'test')
    throw new StartError(
      `The local SMS carrier sends no texts and refuses to start with NODE_ENV=${mode}: it is for development and tests.`,
    );
  const given = parse(args);
  const numbers = numbersOf(given.from, environment);
  const inboundUrl = given.inbound ?? environment['SMS_SANDBOX_INBOUND_URL'] ?? null;
  if (inboundUrl !== null && !/^https?:\/\/[^/\s]+/.test(inboundUrl))
    throw new StartError(`"${inboundUrl}" is not an http or https URL.`);
  return {
    port: portOf(given.port ?? environment['SMS_SANDBOX_PORT'] ?? '12112'),
    account: {
      sid: environment['SMS_ACCOUNT_SID'] ?? exampleAccount.sid,
      apiKey: environment['SMS_API_KEY'] ?? exampleAccount.apiKey,
      apiSecret: environment['SMS_API_SECRET'] ?? exampleAccount.apiSecret,
      authToken: environment['SMS_AUTH_TOKEN'] ?? exampleAccount.authToken,
      numbers: numbers.map((number) => ({ number, isRegistered: !given.unregistered })),
      inboundUrl,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: knownOptions }).values;
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${usage}`);
  }
}

function numbersOf(given: string | undefined, { SMS_FROM, DISCREET_SMS_FROM }: Environment): string[] {
  const first = SMS_FROM ?? exampleAccount.numbers[0]!.number;
  const numbers = given?.split(',') ?? (DISCREET_SMS_FROM ? [first, DISCREET_SMS_FROM] : [first]);
  for (const number of numbers) {
    if (!/^\+\d{7,15}$/.test(number)) throw new StartError(`"${number}" is not a number like +12025550100.`);
  }
  return numbers;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new StartError(`"${text}" is not a port.`);
  return port;
}
