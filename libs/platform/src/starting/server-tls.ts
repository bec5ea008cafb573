import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import { ConfigError, type Config } from '../config/config.js';
import { unencryptedPort } from '../config/require-tls.js';
import type { Logger } from '../logging/logger.js';

type Files = Pick<Config, 'TLS_CERT_FILE' | 'TLS_KEY_FILE'>;

export interface TlsDependencies {
  readonly config: Files;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** A certificate and its key, in the form Node servers accept. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Interval between checks for renewed files. */
const checkedEvery = 10_000;

/**
 * Reads the certificate and the key of this program; null if it has none.
 * @throws ConfigError if a file can't be read, or the key belongs to another certificate.
 */
export function tlsFiles({ TLS_CERT_FILE, TLS_KEY_FILE }: Files): TlsFiles | null {
  if (TLS_CERT_FILE === undefined || TLS_KEY_FILE === undefined) return null;
  const files = { cert: readPem('TLS_CERT_FILE', TLS_CERT_FILE), key: readPem('TLS_KEY_FILE', TLS_KEY_FILE) };
  try {
    createSecureContext(files);
  } catch (error) {
    const { message } = error as Error;
    throw new ConfigError(`TLS_CERT_FILE and TLS_KEY_FILE are not a certificate and its key in PEM: ${message}`);
  }
  return files;
}

function readPem(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`${name} is "${path}", a file that cannot be read.`);
  }
}

/**
 * Serves a renewed certificate on new connections as soon as its files change; open ones go on. A certificate without its
 * key, as between two writes, is logged and the one before stays. Returns the function that stops.
 */
export function followTlsFiles(
  server: Pick<Server, 'setSecureContext'>,
  config: Files,
  logger: Pick<Logger, 'info' | 'warn'>,
  interval = checkedEvery,
): () => void {
  const reload = () => {
    try {
      const files = tlsFiles(config);
      if (files) server.setSecureContext(files);
      logger.info({}, 'the certificate of this server was renewed');
    } catch (error) {
      logger.warn({ reason: (error as Error).message }, 'the new certificate cannot be used yet');
    }
  };
  const paths = [config.TLS_CERT_FILE, config.TLS_KEY_FILE].filter((path) => path !== undefined);
  for (const path of paths) watchFile(path, { interval, persistent: false }, reload);
  return () => paths.forEach((path) => unwatchFile(path, reload));
}

/** @throws ConfigError if REQUIRE_TLS is set, this port speaks no TLS, and others than this machine can reach it. */
export function refusePlaintextPort(
  config: Pick<Config, 'REQUIRE_TLS' | 'TLS_CERT_FILE'>,
  name: string,
  host: string,
): void {
  const fault = config.REQUIRE_TLS ? unencryptedPort(config, name, host) : null;
  if (fault) throw new ConfigError(fault);
}
