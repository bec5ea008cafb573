import type { ClientBase } from 'pg';

export interface RoleUrls {
  app: string;
  api: string;
  worker: string;
  sealed: string;
  keys: string;
  owner: string;
  keysOwner: string;
}

export function makeRoles(client: ClientBase, secret: string): Promise<void>;
export function giveDatabase(client: ClientBase, name: string): Promise<void>;
export function makeKeyDatabase(client: ClientBase, name: string): Promise<void>;
export function urlsOf(serverUrl: string, name: string, secret: string, keys?: string): RoleUrls;
