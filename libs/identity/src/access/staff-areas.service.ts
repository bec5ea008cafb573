import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { baseRoles, staffRoles, type RoleName } from '../roles/role.js';
import {
  areasOf,
  type AreaLevel,
  type OperationAreas,
  type RoleArea,
  type StaffAreaName,
} from '../roles/staff-area.js';
import { allowKey, type AllowedCaller } from './allow.js';

export interface DeclaredOperation {
  readonly name: string;
  readonly level: AreaLevel;
  readonly allowed: ReadonlySet<AllowedCaller>;
  readonly areas: OperationAreas | undefined;
}

interface StaffRole {
  readonly role: RoleName;
  readonly viewAreas?: readonly StaffAreaName[];
  readonly manageAreas?: readonly StaffAreaName[];
}

/** Collects the areas from the declarations of all operations and routes. */
@Injectable()
export class StaffAreas {
  private roleAreas: RoleArea[] | null = null;

  constructor(private readonly discovery: DiscoveryService) {}

  /** Returns the areas that each base role works in, by its operations. */
  list(): RoleArea[] {
    return this.all().filter(({ role }) => baseRoles.includes(role));
  }

  /** Returns what someone with these roles can view, or also change. A custom role has its own lists of areas. */
  areasOfRoles(roles: readonly StaffRole[], level: AreaLevel): StaffAreaName[] {
    const areas = roles.flatMap(({ role, viewAreas, manageAreas }) => {
      if (!viewAreas || !manageAreas) return this.areasOfRole(role, level);
      return level === 'view' ? [...viewAreas, ...manageAreas] : manageAreas;
    });
    return [...new Set(areas)].sort();
  }

  areasOfRole(role: RoleName, level: AreaLevel): StaffAreaName[] {
    return this.all()
      .filter((row) => row.role === role && (level === 'view' || row.canManage))
      .map(({ area }) => area);
  }

  operations(): DeclaredOperation[] {
    const owners = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    const classes = new Set(owners.flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype] : [])));
    return [...classes].flatMap((owner) =>
      Object.entries(Object.getOwnPropertyDescriptors(owner.prototype ?? {})).flatMap(([name, { value }]) => {
        if (typeof value !== 'function') return [];
        const handler = value as object;
        const allowed = Reflect.getMetadata(allowKey, handler) as ReadonlySet<AllowedCaller> | undefined;
        if (!allowed) return [];
        const operation = (Reflect.getMetadata(RESOLVER_NAME_METADATA, handler) as string | undefined) ?? name;
        return [{ name: operation, level: levelOfHandler(handler), allowed, areas: areasOf(handler, owner) }];
      }),
    );
  }

  private all(): readonly RoleArea[] {
    return (this.roleAreas ??= this.collect());
  }

  private collect(): RoleArea[] {
    const rows = new Map<string, RoleArea>();
    for (const { allowed, areas, level } of this.operations()) {
      // An operation of several areas, for example an upload, doesn't show which of them its roles work in.
      if (!areas || areas === 'every' || areas.length > 1) continue;
      for (const role of staffRoles.filter((role) => allowed.has(role))) {
        for (const area of areas) {
          const key = `${role}/${area}`;
          const canManage = level === 'manage' || rows.get(key)?.canManage === true;
          rows.set(key, { role, area, canManage });
        }
      }
    }
    return [...rows.values()];
  }
}

function levelOfHandler(handler: object): AreaLevel {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method !== undefined) return method === RequestMethod.GET ? 'view' : 'manage';
  return Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) === 'Mutation' ? 'manage' : 'view';
}
