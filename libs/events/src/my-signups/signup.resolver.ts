import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, CurrentBrowser, type Actor, type Browser } from '@upstander/identity';
import { qrSvg } from '@upstander/platform';
import { OneClick } from '../one-click/one-click.service.js';
import { Guests } from '../links/guests.service.js';
import { OverlappingShift } from '../one-click/overlapping-shift.js';
import { OverlappingShifts } from '../one-click/overlapping-shifts.service.js';
import { GroupedSignups } from '../several-shifts/grouped-signups.js';
import { SignUpForShiftsInput } from '../several-shifts/several-shifts.input.js';
import { MultiShiftSignUp } from '../several-shifts/several-shifts.service.js';
import { RelatedSignup, SignUpForShiftsPayload } from '../several-shifts/several-shifts.js';
import { ChangeGuestsInput, SignUpAgainInput, SignUpInput, SignupTokenInput } from '../signups/sign-up.input.js';
import { SignUpService } from './sign-up.service.js';
import { SignupLinks } from '../links/signup-links.service.js';
import { ShiftPeers } from './shift-peers.js';
import { SignupReads } from './signup-reads.service.js';
import { MySignup, SignUpPayload } from '../signups/my-signup.js';

@Resolver(() => MySignup)
export class SignupResolver {
  constructor(
    private readonly signUps: SignUpService,
    private readonly oneClick: OneClick,
    private readonly links: SignupLinks,
    private readonly guests: Guests,
    private readonly reads: SignupReads,
    private readonly peers: ShiftPeers,
    private readonly multiShiftSignUp: MultiShiftSignUp,
    private readonly groupedSignups: GroupedSignups,
    private readonly overlaps: OverlappingShifts,
  ) {}

  @Mutation(() => SignUpPayload, {
    description: 'Signs up for a shift, or joins its waitlist. No account is required.',
  })
  @Allow('anyone')
  signUp(@CurrentActor() actor: Actor, @Args('input') input: SignUpInput): Promise<SignUpPayload> {
    return this.signUps.signUp(actor, input);
  }

  @Mutation(() => SignUpPayload, {
    description:
      'Signs up with one click, confirmed immediately, for a volunteer with a verified email address, identified by personal link, session, or remembered browser. For a remembered browser, every refusal is NOT_FROM_THIS_BROWSER, and a shift the volunteer already has is returned as if it were new.',
  })
  @Allow('anyone')
  signUpAgain(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: SignUpAgainInput,
  ): Promise<SignUpPayload> {
    return this.oneClick.signUp(actor, browser, input);
  }

  @Mutation(() => SignUpForShiftsPayload, {
    description: 'Signs up for several shifts at once, with a single email about all of them. No account is required.',
  })
  @Allow('anyone')
  signUpForShifts(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: SignUpForShiftsInput,
  ): Promise<SignUpForShiftsPayload> {
    return this.multiShiftSignUp.signUp(actor, browser, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Confirms the email address, using the emailed link.' })
  @Allow('anyone')
  confirmSignup(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<SignUpPayload> {
    return this.links.confirm(actor, input);
  }

  @Mutation(() => SignUpPayload, {
    description: 'Cancels the sign-up; the spot goes to the first person on the waitlist.',
  })
  @Allow('anyone')
  cancelSignup(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<SignUpPayload> {
    return this.links.cancel(actor, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Changes the number and names of the guests.' })
  @Allow('anyone')
  changeGuests(@CurrentActor() actor: Actor, @Args('input') input: ChangeGuestsInput): Promise<SignUpPayload> {
    return this.guests.change(actor, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Accepts the offered open spot.' })
  @Allow('anyone')
  acceptOffer(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<SignUpPayload> {
    return this.links.acceptOffer(actor, input);
  }

  @Mutation(() => SignUpPayload, {
    description: 'Declines the offered spot; it goes to the next person on the waitlist.',
  })
  @Allow('anyone')
  declineOffer(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<SignUpPayload> {
    return this.links.declineOffer(actor, input);
  }

  @Query(() => [OverlappingShift], {
    description:
      "Which of these shifts (at most 100) overlap one of the volunteer's shifts. Requires a personal link or session; empty for a volunteer known only by a remembered browser.",
  })
  @Allow('anyone')
  overlappingShifts(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('shiftIds', {
      type: () => [ID],
      description: 'IDs of the shifts; only the first 100 are checked.',
    })
    shiftIds: string[],
    @Args('token', { type: () => String, nullable: true }) token?: string | null,
  ): Promise<OverlappingShift[]> {
    return this.overlaps.find(actor, browser, { shiftIds, token });
  }

  @Query(() => MySignup, { nullable: true, description: 'A sign-up, by its personal link.' })
  @Allow('anyone')
  mySignup(@Args('token', { type: () => String }) token: string): Promise<MySignup | null> {
    return this.reads.byToken(token);
  }

  @Query(() => [MySignup], { description: 'Sign-ups of the signed-in user.' })
  @Allow('signed-in')
  mySignups(@CurrentActor() actor: Actor): Promise<MySignup[]> {
    return this.reads.findByActor(actor);
  }

  @ResolveField(() => [String], {
    name: 'peers',
    description:
      'First names and last initials of others with a spot on the shift, if both they and the caller share theirs; at most 100.',
  })
  peersOn(@Parent() signup: MySignup): Promise<string[]> {
    return this.peers.findPeers(signup);
  }

  @ResolveField(() => [RelatedSignup], {
    name: 'relatedSignups',
    description: 'Other sign-ups made in the same request, each with its link; at most 10.',
  })
  othersMadeWith(@Parent() signup: MySignup): Promise<RelatedSignup[]> {
    return this.groupedSignups.findRelated(signup);
  }

  @ResolveField(() => String, { nullable: true, description: 'QR code to show at check-in, as an SVG.' })
  doorQrSvg(@Parent() { doorCode }: MySignup): Promise<string> | null {
    return doorCode === null ? null : qrSvg(doorCode);
  }
}
