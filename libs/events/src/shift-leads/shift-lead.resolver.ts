import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, SessionOnly, type Actor } from '@upstander/identity';
import { RosterEntry } from '../roster/roster-entry.js';
import { LeadDesk, LeadMarkInput, LedShift } from './lead-desk.js';
import { LeadDesks } from './lead-desks.service.js';
import { ShiftLeads } from './shift-leads.service.js';

const signupIdArg = () => Args('signupId', { type: () => ID, description: 'ID of the sign-up.' });
const tokenArg = () => Args('token', { type: () => String, description: "From the lead's link." });

@Area('roster')
@Resolver()
export class ShiftLeadResolver {
  constructor(
    private readonly leads: ShiftLeads,
    private readonly desks: LeadDesks,
  ) {}

  @Mutation(() => RosterEntry, {
    description: 'Makes a volunteer the lead of their shift and emails them a link to check people in.',
  })
  @Allow('organizer')
  @SessionOnly()
  appointShiftLead(@CurrentActor() actor: Actor, @signupIdArg() signupId: string): Promise<RosterEntry> {
    return this.leads.appoint(actor, signupId);
  }

  @Mutation(() => RosterEntry, { description: 'Ends the rights of a shift lead. Their link stops working.' })
  @Allow('organizer')
  dismissShiftLead(@CurrentActor() actor: Actor, @signupIdArg() signupId: string): Promise<RosterEntry> {
    return this.leads.dismiss(actor, signupId);
  }

  @Query(() => [LedShift], { description: 'Shifts that the signed-in user leads, until 30 minutes after their end.' })
  @Allow('signed-in')
  myLedShifts(@CurrentActor() actor: Actor): Promise<LedShift[]> {
    return this.desks.findForActor(actor);
  }

  @Query(() => LeadDesk, { description: "The check-in list behind a shift lead's link." })
  @Allow('anyone')
  leadDesk(@tokenArg() token: string): Promise<LeadDesk> {
    return this.desks.find(token);
  }

  @Mutation(() => LeadDesk, { description: 'Checks a volunteer in or out as the lead of their shift, or undoes that.' })
  @Allow('anyone')
  leadCheckIn(@tokenArg() token: string, @Args('input') input: LeadMarkInput): Promise<LeadDesk> {
    return this.desks.mark(token, input);
  }
}
