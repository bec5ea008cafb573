import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, CurrentBrowser, type Actor, type Browser } from '@upstander/identity';
import { EventDoor, SelfCheckIn, SelfCheckInPayload, WallBoard } from './event-door.js';
import { EventDoorService } from './event-door.service.js';
import { CheckInHereInput } from './self-check-in.input.js';
import { Kiosk, KioskCheckIn, KioskCheckInInput } from './kiosk.js';
import { KioskService } from './kiosk.service.js';
import { SelfCheckInService } from './self-check-in.service.js';
import { WallBoards } from './wall-board.service.js';

const ofEvent = () => Args('eventId', { type: () => ID });

@Resolver()
export class DoorResolver {
  constructor(
    private readonly doors: EventDoorService,
    private readonly own: SelfCheckInService,
    private readonly boards: WallBoards,
    private readonly kiosks: KioskService,
  ) {}

  @Query(() => EventDoor, { description: 'The poster, the code and the board of an event.' })
  @Allow('organizer')
  eventDoor(@CurrentActor() actor: Actor, @ofEvent() eventId: string): Promise<EventDoor> {
    return this.doors.findEventDoor(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Makes a new poster: the ones before lead nowhere from now on.' })
  @Allow('organizer')
  renewPoster(@CurrentActor() actor: Actor, @ofEvent() eventId: string): Promise<EventDoor> {
    return this.doors.renewPoster(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Gives the wall board of an event a link.' })
  @Allow('organizer')
  openBoard(@CurrentActor() actor: Actor, @ofEvent() eventId: string): Promise<EventDoor> {
    return this.doors.openBoard(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Revokes the link of the wall board.' })
  @Allow('organizer')
  closeBoard(@CurrentActor() actor: Actor, @ofEvent() eventId: string): Promise<EventDoor> {
    return this.doors.closeBoard(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Creates the kiosk link of an event.' })
  @Allow('organizer')
  openKiosk(@CurrentActor() actor: Actor, @ofEvent() eventId: string): Promise<EventDoor> {
    return this.doors.openKiosk(actor, eventId);
  }

  @Mutation(() => EventDoor, { description: 'Revokes the kiosk link of an event.' })
  @Allow('organizer')
  closeKiosk(@CurrentActor() actor: Actor, @ofEvent() eventId: string): Promise<EventDoor> {
    return this.doors.closeKiosk(actor, eventId);
  }

  @Query(() => Kiosk, { description: 'The event of a kiosk link.' })
  @Allow('anyone')
  kiosk(@Args('token', { type: () => String, description: 'From the kiosk link.' }) token: string): Promise<Kiosk> {
    return this.kiosks.findKiosk(token);
  }

  @Mutation(() => KioskCheckIn, { description: 'Checks in a volunteer at a kiosk, by its link.' })
  @Allow('anyone')
  kioskCheckIn(
    @Args('token', { type: () => String, description: 'From the kiosk link.' }) token: string,
    @Args('input') input: KioskCheckInInput,
  ): Promise<KioskCheckIn> {
    return this.kiosks.checkIn(token, input);
  }

  @Query(() => SelfCheckIn, { description: 'What the poster at a door is for.' })
  @Allow('anyone')
  selfCheckIn(
    @Args('poster', { type: () => String, description: 'From the address of the poster.' }) poster: string,
  ): Promise<SelfCheckIn> {
    return this.own.findSelfCheckIn(poster);
  }

  @Mutation(() => SelfCheckInPayload, { description: 'Somebody says that they are there, before the poster.' })
  @Allow('anyone')
  checkInHere(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: CheckInHereInput,
  ): Promise<SelfCheckInPayload> {
    return this.own.checkIn(actor, browser, input);
  }

  @Query(() => WallBoard, { description: 'The wall board of an event, by its link.' })
  @Allow('anyone')
  wallBoard(
    @Args('token', { type: () => String, description: 'From the link of the board.' }) token: string,
  ): Promise<WallBoard> {
    return this.boards.findWallBoard(token);
  }
}
