import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, CurrentBrowser, type Actor, type Browser } from '@upstander/identity';
import { qrSvg } from '@upstander/platform';
import { OneClick } from './one-click.service.js';
import { Guests } from './guests.service.js';
import { ShiftInTheWay } from './in-the-way.js';
import { InTheWay } from './in-the-way.service.js';
import { MadeTogether } from './made-together.js';
import { SignUpForShiftsInput } from './several-shifts.input.js';
import { SeveralShifts } from './several-shifts.service.js';
import { SignupMadeWith, SignUpForShiftsPayload } from './several-shifts.js';
import { ChangeGuestsInput, SignUpAgainInput, SignUpInput, SignupTokenInput } from './sign-up.input.js';
import { SignUpService } from './sign-up.service.js';
import { SignupLinks } from './signup-links.service.js';
import { ShiftPeers } from './shift-peers.js';
import { SignupReads } from './signup-reads.service.js';
import { MySignup, SignUpPayload } from './my-signup.js';

@Resolver(() => MySignup)
export class SignupResolver {
  constructor(
    private readonly signUps: SignUpService,
    private readonly oneClick: OneClick,
    private readonly links: SignupLinks,
    private readonly guests: Guests,
    private readonly reads: SignupReads,
    private readonly peers: ShiftPeers,
    private readonly several: SeveralShifts,
    private readonly together: MadeTogether,
    private readonly inTheWay: InTheWay,
  ) {}

  @Mutation(() => SignUpPayload, { description: 'Takes a place in a shift, or on its waitlist. No account is needed.' })
  @Allow('anyone')
  signUp(@CurrentActor() actor: Actor, @Args('input') input: SignUpInput): Promise<SignUpPayload> {
    return this.signUps.signUp(actor, input);
  }

  @Mutation(() => SignUpPayload, {
    description:
      'Takes a place with one click, confirmed immediately, for a volunteer with a verified address: by personal link, session or remembered browser. From a remembered browser every refusal is NOT_FROM_THIS_BROWSER, and a shift they already hold is answered as if it were new.',
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
    description:
      'Takes a place in each of several shifts in one go; one mail is about all of them. No account is needed.',
  })
  @Allow('anyone')
  signUpForShifts(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: SignUpForShiftsInput,
  ): Promise<SignUpForShiftsPayload> {
    return this.several.signUp(actor, browser, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Confirms the e-mail address, by the link that was sent to it.' })
  @Allow('anyone')
  confirmSignup(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<SignUpPayload> {
    return this.links.confirm(actor, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Gives the place back; it goes to the first on the waitlist.' })
  @Allow('anyone')
  cancelSignup(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<SignUpPayload> {
    return this.links.cancel(actor, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Changes how many people somebody brings, and what they are called.' })
  @Allow('anyone')
  changeGuests(@CurrentActor() actor: Actor, @Args('input') input: ChangeGuestsInput): Promise<SignUpPayload> {
    return this.guests.change(actor, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Takes the place that came free and is held for them.' })
  @Allow('anyone')
  acceptOffer(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<SignUpPayload> {
    return this.links.acceptOffer(actor, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Lets the next on the waitlist have the place.' })
  @Allow('anyone')
  declineOffer(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<SignUpPayload> {
    return this.links.declineOffer(actor, input);
  }

  @Query(() => [ShiftInTheWay], {
    description:
      'Which of these shifts (at most 100) overlap one that the volunteer already holds. Identified by personal link or session; empty for a browser that only remembers the volunteer.',
  })
  @Allow('anyone')
  shiftsInTheWay(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('shiftIds', {
      type: () => [ID],
      description: 'Shifts that somebody looks at; of more than 100 the first 100 are.',
    })
    shiftIds: string[],
    @Args('token', { type: () => String, nullable: true }) token?: string | null,
  ): Promise<ShiftInTheWay[]> {
    return this.inTheWay.find(actor, browser, { shiftIds, token });
  }

  @Query(() => MySignup, { nullable: true, description: 'A sign-up, by its personal link.' })
  @Allow('anyone')
  mySignup(@Args('token', { type: () => String }) token: string): Promise<MySignup | null> {
    return this.reads.byToken(token);
  }

  @Query(() => [MySignup], { description: 'The sign-ups of somebody who is signed in.' })
  @Allow('signed-in')
  mySignups(@CurrentActor() actor: Actor): Promise<MySignup[]> {
    return this.reads.ofActor(actor);
  }

  @ResolveField(() => [String], {
    name: 'peers',
    description:
      'First name and initial of others with a place on the shift, where both they and I show theirs; at most 100.',
  })
  peersOn(@Parent() signup: MySignup): Promise<string[]> {
    return this.peers.findPeers(signup);
  }

  @ResolveField(() => [SignupMadeWith], {
    name: 'madeWith',
    description: 'What they signed up for in the same go, with the link of each; at most 10.',
  })
  othersMadeWith(@Parent() signup: MySignup): Promise<SignupMadeWith[]> {
    return this.together.othersOf(signup);
  }

  @ResolveField(() => String, { nullable: true, description: 'The QR code to show at the door, as an SVG.' })
  doorQrSvg(@Parent() { doorCode }: MySignup): Promise<string> | null {
    return doorCode === null ? null : qrSvg(doorCode);
  }
}
