import ipaddr from 'ipaddr.js';

/**
 * True for an address of the public Internet. IPv4 addresses inside IPv6 (mapped, NAT64, 6to4, Teredo) and all addresses for special
 * purposes (IANA registries, RFC 6890) are refused, so webhooks can't reach the servers around ours.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}
