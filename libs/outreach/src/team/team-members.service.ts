import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  insertRow,
  isUuid,
  notFound,
  readValidInput,
  selectList,
  SharedReads,
  type Acknowledgement,
} from '@upstander/platform';
import { TeamMember, type ManagedTeamMember } from './team-member.entity.js';
import { TeamMemberInput } from './team-member.input.js';

const inOrder = `ORDER BY array_position(ARRAY['staff', 'board', 'partner'], t.team_group), t.position, t.created_at, t.id`;

@Injectable()
export class TeamMembers {
  /** Concurrent requests of visitors share one query. */
  private readonly lists = new SharedReads<TeamMember[]>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(): Promise<TeamMember[]> {
    return this.lists.get('team', () =>
      this.db.queryNamed<TeamMember & Record<string, unknown>>(
        'team-members',
        `SELECT ${selectList(TeamMember, 't', 'anyone')} FROM outreach.team_member t ${inOrder}`,
        [],
      ),
    );
  }

  listManaged(): Promise<ManagedTeamMember[]> {
    return this.db.query<ManagedTeamMember & Record<string, unknown>>(
      `SELECT ${selectList(TeamMember, 't', 'staff')} FROM outreach.team_member t ${inOrder}`,
    );
  }

  /** @throws Refusal BAD_INPUT */
  async create(input: TeamMemberInput): Promise<ManagedTeamMember> {
    const values = readValidInput(TeamMemberInput, input);
    return this.byId(await insertRow(this.db.manager, TeamMember, { ...values, createdAt: this.clock.now() }));
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async update(id: string, input: TeamMemberInput): Promise<ManagedTeamMember> {
    const values = readValidInput(TeamMemberInput, input, await this.byId(id));
    await this.db.manager.update(TeamMember, id, values);
    return this.byId(id);
  }

  /** Also removes the portrait from the page (outreach.remove_portrait). @throws Refusal NOT_FOUND */
  async delete(id: string): Promise<Acknowledgement> {
    await this.byId(id);
    await this.db.manager.delete(TeamMember, id);
    return { ok: true };
  }

  private async byId(id: string): Promise<TeamMember> {
    const member = isUuid(id) ? await this.db.manager.findOneBy(TeamMember, { id }) : null;
    if (!member) throw notFound('This person');
    return member;
  }
}
