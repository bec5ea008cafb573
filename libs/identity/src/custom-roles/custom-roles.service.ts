import { Injectable } from '@nestjs/common';
import {
  type Acknowledgement,
  Clock,
  Database,
  type Faults,
  insertRow,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  selectList,
  type Tx,
  violatedConstraint,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { StaffAreas } from '../access/staff-areas.service.js';
import { baseRoles, type RoleName } from '../roles/role.js';
import {
  CreateCustomRoleInput,
  CustomRole,
  type ShownCustomRole,
  UpdateCustomRoleInput,
} from './custom-role.entity.js';
import { CustomRoleSeals } from './custom-role-seals.js';
import type { StaffAreaName } from '../roles/staff-area.js';

const maxRoles = 50;

/** Changes apply from the next request of everyone who has the role. */
@Injectable()
export class CustomRoles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly areas: StaffAreas,
    private readonly seals: CustomRoleSeals,
  ) {}

  list(): Promise<ShownCustomRole[]> {
    return this.db.query<ShownCustomRole & Record<string, unknown>>(
      `SELECT ${columns} FROM identity.custom_role r WHERE r.retired_at IS NULL ORDER BY platform.fold(r.name), r.id`,
    );
  }

  /** @throws Refusal BAD_INPUT, CUSTOM_ROLE_EXISTS or TOO_MANY_CUSTOM_ROLES */
  async create(actor: Actor, input: CreateCustomRoleInput): Promise<ShownCustomRole> {
    const { values, faults } = readInput(CreateCustomRoleInput, input);
    if (!baseRoles.includes(values.baseRole)) faults['baseRole'] = 'not-a-choice';
    refuseFaults({ ...faults, ...this.faultsOf(values.baseRole, values) });
    const role = { ...values, ...tidyAreas(values), id: randomUUID() };
    return this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE identity.custom_role IN SHARE ROW EXCLUSIVE MODE');
      if ((await tx.manager.countBy(CustomRole, { retiredAt: IsNull() })) >= maxRoles) {
        throw new Refusal('TOO_MANY_CUSTOM_ROLES', `There can be at most ${maxRoles} custom roles.`, {
          most: maxRoles,
        });
      }
      await insertRow(tx.manager, CustomRole, {
        ...role,
        seal: this.seals.sealOfRole(role),
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
      }).catch(rethrowDuplicate);
      return this.byId(tx, role.id);
    });
  }

  /**
   * A role with a powerful base can't get more rights while it is in use, because two people agreed to those it had
   * (`identity.keep_custom_role`).
   * @throws Refusal NOT_FOUND, BAD_INPUT, CUSTOM_ROLE_EXISTS or CUSTOM_ROLE_WIDENED
   */
  update(id: string, input: UpdateCustomRoleInput): Promise<ShownCustomRole> {
    return this.db.transaction(async (tx) => {
      const before = await this.lock(tx, id);
      const { values, faults } = readInput(UpdateCustomRoleInput, input);
      refuseFaults({ ...faults, ...this.faultsOf(before.baseRole, values) });
      const after = { ...before, ...values, ...tidyAreas(values) };
      const { name, nameEs, viewAreas, manageAreas } = after;
      const seal = this.seals.sealOfRole(after);
      await tx.manager.update(CustomRole, id, { name, nameEs, viewAreas, manageAreas, seal }).catch((error) => {
        if (violatedConstraint(error) === 'custom_role_widened') throw widenedRefusal();
        return rethrowDuplicate(error);
      });
      return this.byId(tx, id);
    });
  }

  /** @throws Refusal NOT_FOUND or CUSTOM_ROLE_IN_USE */
  async delete(id: string): Promise<Acknowledgement> {
    await this.db.transaction(async (tx) => {
      const { holderCount } = await this.lock(tx, id);
      try {
        await tx.manager.update(CustomRole, id, { retiredAt: this.clock.now() });
      } catch (error) {
        if (violatedConstraint(error) === 'custom_role_in_use') throw inUseRefusal(holderCount);
        throw error;
      }
    });
    return { ok: true };
  }

  /** @throws Refusal NOT_FOUND if the role was deleted or has another base role */
  async require(tx: Tx, id: string, baseRole: RoleName): Promise<void> {
    const role = isUuid(id) ? await tx.manager.findOneBy(CustomRole, { id, baseRole, retiredAt: IsNull() }) : null;
    if (!role) throw notFound('This role');
  }

  private async lock(tx: Tx, id: string): Promise<ShownCustomRole> {
    if (isUuid(id)) await tx.query('SELECT FROM identity.custom_role WHERE id = $1 FOR UPDATE', [id]);
    return this.byId(tx, id);
  }

  private async byId(tx: Tx, id: string): Promise<ShownCustomRole> {
    const [role] = isUuid(id)
      ? await tx.query<ShownCustomRole & Record<string, unknown>>(
          `SELECT ${columns} FROM identity.custom_role r WHERE r.id = $1 AND r.retired_at IS NULL`,
          [id],
        )
      : [];
    if (!role) throw notFound('This role');
    return role;
  }

  private faultsOf(base: RoleName, { viewAreas, manageAreas }: Areas): Faults {
    const faults: Faults = {};
    if (!isWithin(viewAreas, this.areas.areasOfRole(base, 'view'))) faults['viewAreas'] = 'not-a-choice';
    if (!isWithin(manageAreas, this.areas.areasOfRole(base, 'manage'))) faults['manageAreas'] = 'not-a-choice';
    if (viewAreas.length + manageAreas.length === 0) faults['viewAreas'] = 'missing';
    return faults;
  }
}

type Areas = Pick<CustomRole, 'viewAreas' | 'manageAreas'>;

const columns = `${selectList(CustomRole, 'r', 'staff')},
  (SELECT count(*)::integer FROM (
    SELECT g.account_id FROM identity.custom_grant g WHERE g.custom_role_id = r.id
    UNION SELECT q.account_id FROM identity.role_request q
      WHERE q.custom_role_id = r.id AND q.status IN ('requested', 'approved')
  ) holders) AS "holderCount"`;

/** Managing an area includes viewing it. */
function tidyAreas({ viewAreas, manageAreas }: Areas): Areas {
  const sort = (areas: Iterable<StaffAreaName>) => [...new Set(areas)].sort();
  return { manageAreas: sort(manageAreas), viewAreas: sort(viewAreas.filter((area) => !manageAreas.includes(area))) };
}

function isWithin(areas: readonly StaffAreaName[], possible: readonly StaffAreaName[]): boolean {
  return areas.every((area) => possible.includes(area));
}

function rethrowDuplicate(error: unknown): never {
  if (violatedConstraint(error) !== 'custom_role_once') throw error;
  throw new Refusal('CUSTOM_ROLE_EXISTS', 'There’s already a custom role with this name.');
}

function widenedRefusal(): Refusal {
  return new Refusal(
    'CUSTOM_ROLE_WIDENED',
    'Someone has this role, and two people approved what it can do. Create another role with more access and request it for them.',
  );
}

function inUseRefusal(holders: number): Refusal {
  return new Refusal(
    'CUSTOM_ROLE_IN_USE',
    'Someone has this role, or it’s requested for them. Remove it from them first.',
    {
      holders,
    },
  );
}
