import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config, ConfigError, Logger } from '@upstander/platform';
import { SMTPServer } from 'smtp-server';
import { Mailbox } from './mailbox.js';

const maxSize = 20 * 1024 * 1024;

@Injectable()
export class MailCatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private server?: SMTPServer;

  constructor(
    private readonly config: Config,
    private readonly mailbox: Mailbox,
    private readonly logger: Logger,
  ) {}

  /** @throws ConfigError if the port is taken */
  async onApplicationBootstrap(): Promise<void> {
    await this.mailbox.openFolder();
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: maxSize,
      closeTimeout: 500,
      onData: (stream, _session, reply) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.mailbox.saveMail(Buffer.concat(chunks).toString('utf8')).then(
            () => reply(null),
            (error: unknown) => {
              this.logger.fault(error, {}, 'an email could not be stored');
              reply(new Error('The email could not be stored.'));
            },
          );
        });
      },
    });
    await this.listen(server);
    server.on('error', (error) =>
      this.logger.warn({ why: error.message }, 'a client disconnected from the mail catcher'),
    );
    this.server = server;
  }

  onApplicationShutdown(): Promise<void> {
    const { server } = this;
    return server ? new Promise((resolve) => server.close(() => resolve())) : Promise.resolve();
  }

  private listen(server: SMTPServer): Promise<void> {
    const port = this.config.DEV_MAILBOX_PORT;
    return new Promise((resolve, reject) => {
      server.once('error', (error: Error) => {
        reject(new ConfigError(`DEV_MAILBOX_PORT is ${port}, and the mail catcher cannot have it: ${error.message}`));
      });
      server.listen(port, '127.0.0.1', resolve);
    });
  }
}
