import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, CurrentBrowser, SessionOnly, type Actor, type Browser } from '@upstander/identity';
import { DoorLink } from './door-link.js';
import { EventDoor, SelfCheckIn, SelfCheckInPayload, WallBoard } from './event-door.js';
import { EventDoorService } from './event-door.service.js';
import { CheckInHereInput } from './self-check-in.input.js';
import { Kiosk, KioskCheckIn, KioskCheckInInput } from './kiosk.js';
import { KioskService } from './kiosk.service.js';
import { SelfCheckInService } from './self-check-in.service.js';
import { WallBoards } from './wall-board.service.js';

const eventIdArg = () => Args('eventId', { type: () => ID });

@Area('roster')
@Resolver()
export class DoorResolver {
  constructor(
    private readonly doors: EventDoorService,
    private readonly own: SelfCheckInService,
    private readonly boards: WallBoards,
    private readonly kiosks: KioskService,
  ) {}

  @Query(() => EventDoor, { description: 'Poster, check-in code, and wall board of an event.' })
  @Allow('organizer')
  eventDoor(@CurrentActor() actor: Actor, @eventIdArg() eventId: string): Promise<EventDoor> {
    return this.doors.findEventDoor(actor, eventId);
  }

  @Query(() => [DoorLink], {
    description:
      'Kiosk and wall board links of the events that the signed-in user organizes, next to expire first; at most 200. Expired ones are listed only for one event.',
  })
  @Allow('organizer')
  doorLinks(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID, nullable: true, description: 'Only links of this event.' })
    eventId?: string | null,
    @Args('createdById', { type: () => ID, nullable: true, description: 'Only links created by this account.' })
    createdById?: string | null,
  ): Promise<DoorLink[]> {
    return this.doors.findLinks(actor, { eventId, createdById });
  }

  @Mutation(() => EventDoor, { description: 'Creates a new poster. Links on earlier posters stop working.' })
  @Allow('organizer')
  @SessionOnly()
  renewPoster(@CurrentActor() actor: Actor, @eventIdArg() eventId: string): Promise<EventDoor> {
    return this.doors.renewPoster(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Creates the wall board link of an event.' })
  @Allow('organizer')
  @SessionOnly()
  openBoard(@CurrentActor() actor: Actor, @eventIdArg() eventId: string): Promise<EventDoor> {
    return this.doors.openBoard(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Revokes the link of the wall board.' })
  @Allow('organizer')
  closeBoard(@CurrentActor() actor: Actor, @eventIdArg() eventId: string): Promise<EventDoor> {
    return this.doors.closeBoard(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Creates the kiosk link of an event.' })
  @Allow('organizer')
  @SessionOnly()
  openKiosk(@CurrentActor() actor: Actor, @eventIdArg() eventId: string): Promise<EventDoor> {
    return this.doors.openKiosk(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Revokes the kiosk link of an event.' })
  @Allow('organizer')
  closeKiosk(@CurrentActor() actor: Actor, @eventIdArg() eventId: string): Promise<EventDoor> {
    return this.doors.closeKiosk(actor, eventId);
  }

  @Query(() => Kiosk, { description: 'The event of a kiosk link.' })
  @Allow('anyone')
  kiosk(@Args('token', { type: () => String, description: 'From the kiosk link.' }) token: string): Promise<Kiosk> {
    return this.kiosks.findKiosk(token);
  }

  @Mutation(() => KioskCheckIn, { description: 'Checks in a volunteer at a kiosk.' })
  @Allow('anyone')
  kioskCheckIn(
    @Args('token', { type: () => String, description: 'From the kiosk link.' }) token: string,
    @Args('input') input: KioskCheckInInput,
  ): Promise<KioskCheckIn> {
    return this.kiosks.checkIn(token, input);
  }

  @Query(() => SelfCheckIn, { description: 'The event and check-in times of a check-in poster.' })
  @Allow('anyone')
  selfCheckIn(
    @Args('poster', { type: () => String, description: 'Code from the URL of the poster.' }) poster: string,
  ): Promise<SelfCheckIn> {
    return this.own.findSelfCheckIn(poster);
  }

  @Mutation(() => SelfCheckInPayload, { description: 'Checks in the volunteer who scanned the poster.' })
  @Allow('anyone')
  checkInHere(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: CheckInHereInput,
  ): Promise<SelfCheckInPayload> {
    return this.own.checkIn(actor, browser, input);
  }

  @Query(() => WallBoard, { description: 'The wall board of an event.' })
  @Allow('anyone')
  wallBoard(
    @Args('token', { type: () => String, description: 'From the wall board link.' }) token: string,
  ): Promise<WallBoard> {
    return this.boards.findWallBoard(token);
  }
}
