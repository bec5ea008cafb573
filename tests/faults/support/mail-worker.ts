import { startAppProcess, type AppProcess, type ProgramName } from './processes.js';
import { programSettings } from './program-settings.js';

export class MailWorker {
  private constructor(
    private readonly program: ProgramName,
    private readonly environment: Record<string, string>,
    private process: AppProcess,
  ) {}

  static async start(settings: Record<string, string>, program: ProgramName = 'worker'): Promise<MailWorker> {
    const environment = {
      ...programSettings,
      DATABASE_POOL: '6',
      // Delay before another worker takes over emails after a kill. If the database is busy for longer, they may be
      // sent twice.
      MAIL_LEASE_SECONDS: '5',
      ...settings,
    };
    const worker = new MailWorker(program, environment, startAppProcess(program, environment));
    await worker.ready();
    return worker;
  }

  async isSameProcess(): Promise<boolean> {
    return (await Promise.race([this.process.exited, Promise.resolve('running')])) === 'running';
  }

  ready(): Promise<string> {
    return this.process.waitForOutput(/the worker is ready/);
  }

  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
    return this.process.end(signal);
  }

  /** Calls `inspect` between stop and start. Returns how the worker ended. */
  async restart(signal: NodeJS.Signals, inspect: () => Promise<void> = async () => undefined) {
    const exitStatus = await this.process.end(signal);
    await inspect();
    this.process = startAppProcess(this.program, this.environment);
    return exitStatus;
  }
}
