import { aFreePort } from '../../support/free-port.js';
import type { Receipt } from '../../support/sign-ups.js';
import type { SignUpRequest } from './crowd.js';
import { startAppProcess, type AppProcess, type ProgramName } from './processes.js';
import { programSettings } from './program-settings.js';

const query = 'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }';

/** Restarts on the same port after a kill. */
export class ApiServer {
  kills = 0;

  private constructor(
    readonly url: string,
    private readonly program: ProgramName,
    private readonly environment: Record<string, string>,
    private process: AppProcess,
    /** Resolves when it accepts requests (again). */
    private started: Promise<unknown>,
  ) {}

  /** @param settings override defaults by environment name */
  static async start(
    databaseUrl: string,
    settings: Readonly<Record<string, string>> = {},
    program: ProgramName = 'api',
  ): Promise<ApiServer> {
    const port = await aFreePort();
    const url = `http://127.0.0.1:${port}`;
    const environment = {
      ...programSettings,
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      SIGN_UPS_PER_MINUTE: '10000000',
      ...settings,
    };
    const process = startAppProcess(program, environment);
    const server = new ApiServer(url, program, environment, process, process.waitForOutput(/the api is listening/));
    await server.started;
    return server;
  }

  /** @throws if the server was killed before it answered */
  async signUp(request: SignUpRequest): Promise<Receipt> {
    return (await this.graphqlOrThrow<{ signUp: { signup: Receipt } }>(query, { input: request })).signUp.signup;
  }

  /** @throws RefusedError for an answer with errors, any other error if the server was killed before it answered */
  async graphqlOrThrow<Data>(document: string, variables: object = {}, cookie?: string): Promise<Data> {
    await this.started;
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(cookie !== undefined && { cookie, 'sec-fetch-site': 'same-origin' }),
      },
      body: JSON.stringify({ query: document, variables }),
    });
    const answer = (await response.json()) as { data?: Data; errors?: unknown[] };
    if (!answer.data || answer.errors) throw new RefusedError(JSON.stringify(answer.errors));
    return answer.data;
  }

  async kill(): Promise<void> {
    this.kills += 1;
    await this.restart('SIGKILL');
  }

  async restart(signal: NodeJS.Signals): Promise<void> {
    let markUp: (started: Promise<unknown>) => void = () => undefined;
    this.started = new Promise((resolve) => (markUp = resolve));
    await this.process.end(signal);
    this.process = startAppProcess(this.program, this.environment);
    markUp(this.process.waitForOutput(/the api is listening/));
    await this.started;
  }

  waitForOutput(pattern: RegExp): Promise<string> {
    return this.process.waitForOutput(pattern);
  }

  /** Returns exit code or signal. */
  end(): Promise<number | NodeJS.Signals> {
    return this.process.end('SIGTERM');
  }
}

/** The server answered with an error, which is never correct here. */
export class RefusedError extends Error {}
