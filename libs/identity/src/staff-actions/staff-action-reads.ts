import { Injectable } from '@nestjs/common';
import { Acknowledgement, badInput, Database, isUuid, keysetList, Values, type Connection } from '@upstander/platform';
import { currentStaffAction, nounOf, type ActionTarget } from './staff-action.js';
import type { StaffActionEntry, StaffActionsArgs } from './staff-action.type.js';
import { RecordNames, type NamedRecord, type RecordState } from '../record-names/record-names.js';
import { accountName } from '../accounts/rows/account-columns.js';

/** An action as it is recorded: its things are IDs. */
type RecordedAction = Omit<StaffActionEntry, 'targets' | 'accessToken'> & {
  targets: ActionTarget[];
  accessTokenId: string | null;
};

const order: readonly RecordState[] = ['present', 'erased', 'deleted', 'unnamed'];

@Injectable()
export class StaffActionReads {
  constructor(
    private readonly db: Database,
    private readonly names: RecordNames,
  ) {}

  /** @throws Refusal BAD_INPUT */
  async list({ filter, first, after }: StaffActionsArgs): Promise<Connection<StaffActionEntry>> {
    const { accountId, operation, about, from, until } = filter ?? {};
    if (accountId && !isUuid(accountId)) throw badInput({ accountId: 'not-a-choice' });
    const values = new Values();
    const conditions: string[] = [];
    if (accountId) conditions.push(`s.account_id = ${values.add(accountId)}::uuid`);
    if (operation) conditions.push(`s.operation = ${values.add(operation)}`);
    if (about && isUuid(about)) {
      const id = values.add(about.toLowerCase());
      conditions.push(`(s.request_id = ${id}::text OR s.id IN
        (SELECT t.action_id FROM identity.staff_action_thing t WHERE t.thing_id = ${id}::uuid))`);
    } else if (about) conditions.push(`s.request_id = ${values.add(about)}`);
    if (from) conditions.push(`s.at >= ${values.add(from)}::timestamptz`);
    if (until) conditions.push(`s.at < ${values.add(until)}::timestamptz`);
    const page = await keysetList<RecordedAction>(this.db, {
      columns: `s.id, s.at, s.access_token_id AS "accessTokenId", s.operation, s.detail, s.request_id AS "requestId",
        json_build_object('id', s.account_id, 'name', ${accountName('s.account_id')}) AS actor,
        (SELECT coalesce(json_agg(json_build_object('kind', t.kind, 'id', t.thing_id) ORDER BY t.kind, t.thing_id), '[]')
         FROM identity.staff_action_thing t WHERE t.action_id = s.id) AS targets`,
      from: 'identity.staff_action s',
      conditions,
      values,
      by: { 's.at': 'timestamptz', 's.id': 'uuid' },
      direction: 'DESC',
      page: { first, after },
    });
    const namesById = await this.names.find(
      page.edges.flatMap(({ node }) => [
        ...node.targets,
        ...(node.accessTokenId ? [{ kind: 'accessToken', id: node.accessTokenId }] : []),
      ]),
    );
    const edges = page.edges.map(({ node, cursor }) => {
      const accessToken = namesById.get(node.accessTokenId ?? '') ?? null;
      return { cursor, node: { ...node, accessToken, targets: sortTargets(node, namesById) } };
    });
    return { ...page, edges };
  }

  /** Records the name of the exported list. @throws Refusal BAD_INPUT for an invalid name */
  noteExport(list: string): Acknowledgement {
    if (!/^[a-z][A-Za-z-]{0,39}$/.test(list)) throw badInput({ list: 'not-a-choice' });
    const action = currentStaffAction();
    if (action) action.detail = list;
    return { ok: true };
  }
}

/** Sorts the operation's own record first, and merges records with the same text, such as a sign-up and its mark. */
function sortTargets(
  { operation, targets }: RecordedAction,
  namesById: ReadonlyMap<string, NamedRecord>,
): NamedRecord[] {
  const noun = nounOf(operation);
  const recordsByKey = new Map<string, NamedRecord>();
  for (const { id } of targets) {
    const record = namesById.get(id)!;
    const { kind, state, name, context, path } = record;
    const key =
      state === 'present' && name !== null ? JSON.stringify([kind, name, context, path]) : `${kind} ${record.id}`;
    if (!recordsByKey.has(key)) recordsByKey.set(key, record);
  }
  const rank = ({ kind, state }: NamedRecord) => order.indexOf(state) * 2 + (kind === noun ? 0 : 1);
  return [...recordsByKey.values()].sort((a, b) => rank(a) - rank(b));
}
