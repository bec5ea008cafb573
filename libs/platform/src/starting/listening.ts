import { ConfigError } from '../config/config.js';

type NamedValue<T> = readonly [name: string, value: T];

const messageByCode: Readonly<Record<string, (port: NamedValue<number>, host: NamedValue<string>) => string>> = {
  EADDRINUSE: ([name, port], [, host]) =>
    `${name} is ${port}, but another program already uses this port on ${host}: stop it, or give each program its own port.`,
  EACCES: ([name, port]) =>
    `${name} is ${port}, which this user may not open: use a port from 1024 and a proxy in front of it.`,
  EADDRNOTAVAIL: unknownAddress,
  ENOTFOUND: unknownAddress,
  EAI_AGAIN: unknownAddress,
  EINVAL: unknownAddress,
};

/** Opens a port. @throws ConfigError in one sentence if the port or address in the settings can't be used */
export async function listening<T>(
  port: NamedValue<number>,
  host: NamedValue<string>,
  open: () => Promise<T>,
): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const { code } = error as { code?: unknown };
    const sentence = typeof code === 'string' && Object.hasOwn(messageByCode, code) ? messageByCode[code] : undefined;
    throw sentence ? new ConfigError(sentence(port, host)) : error;
  }
}

function unknownAddress(_: NamedValue<number>, [name, host]: NamedValue<string>): string {
  return `${name} is "${host}", which is not an address of this machine.`;
}
