import { isIPv4, isIPv6 } from 'node:net';

/**
 * Narrowest first. IPv6 addresses count by the /64 of a household and the /48 of a hosting customer, with 65,536 such
 * networks. Other keys are returned unchanged.
 */
export function networksOf(address: string): readonly [string, wide?: string] {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return [mapped];
  if (!isIPv6(address)) return [address];
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head ? head.split(':') : [];
  if (tail !== undefined) {
    const tailGroups = tail ? tail.split(':') : [];
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - tailGroups.length)).fill('0'), ...tailGroups);
  }
  const prefix = (count: number) =>
    groups
      .slice(0, count)
      .map((group) => Number.parseInt(group, 16).toString(16))
      .join(':');
  return [`${prefix(4)}::/64`, `${prefix(3)}::/48`];
}
