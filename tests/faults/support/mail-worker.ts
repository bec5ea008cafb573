import { startAppProcess, type AppProcess } from './processes.js';
import { programSettings } from './program-settings.js';

/** The built worker as a process that is killed again and again, and comes back each time. */
export class MailWorker {
  private constructor(
    private readonly environment: Record<string, string>,
    private process: AppProcess,
  ) {}

  static async start(settings: Record<string, string>): Promise<MailWorker> {
    const environment = {
      ...programSettings,
      DATABASE_POOL: '6',
      // How long mails in hand wait after a kill. A database that is busy for longer would have them sent twice by one that lives.
      MAIL_LEASE_SECONDS: '5',
      ...settings,
    };
    const worker = new MailWorker(environment, startAppProcess('worker', environment));
    await worker.ready();
    return worker;
  }

  /** Whether it still runs, and is none that was started since. */
  async isStillThere(): Promise<boolean> {
    return (await Promise.race([this.process.ended, Promise.resolve('running')])) === 'running';
  }

  ready(): Promise<string> {
    return this.process.says(/the worker is ready/);
  }

  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
    return this.process.end(signal);
  }

  /** Ends it, lets `look` see what is left, and starts another. Answers how it ended. */
  async again(signal: NodeJS.Signals, look: () => Promise<void> = async () => undefined) {
    const how = await this.process.end(signal);
    await look();
    this.process = startAppProcess('worker', this.environment);
    return how;
  }
}
