import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { ManagedRegistrations, RegistrationForm, RegistrationFormInput } from './registration-form.entity.js';
import { RegistrationDesk } from './registration-desk.service.js';
import { RegistrationForms } from './registration-forms.service.js';
import { RegistrationReads } from './registration-reads.service.js';
import { ManagedRegistration, MyRegistration, RegistrationConnection } from './registration.entity.js';
import {
  AddRegistrationInput,
  ChangeRegistrationInput,
  RegisterInput,
  RegistrationReceipt,
  RegistrationsArgs,
  RegistrationTokenInput,
} from './registration.input.js';
import { Registrations } from './registrations.service.js';

@Area('registrations')
@Resolver()
export class RegistrationResolver {
  constructor(
    private readonly service: Registrations,
    private readonly forms: RegistrationForms,
    private readonly reads: RegistrationReads,
    private readonly desk: RegistrationDesk,
  ) {}

  @Query(() => RegistrationForm, {
    nullable: true,
    description: 'How participants register for an event; null if it takes no registrations.',
  })
  @Allow('anyone')
  registrationForm(@Args('eventId', { type: () => ID }) eventId: string): Promise<RegistrationForm | null> {
    return this.forms.findPublic(eventId);
  }

  @Mutation(() => RegistrationReceipt, {
    description: 'Registers a party for an event, or joins the waitlist. No account is required.',
  })
  @Allow('anyone')
  registerForEvent(@CurrentActor() actor: Actor, @Args('input') input: RegisterInput): Promise<RegistrationReceipt> {
    return this.service.register(actor, input);
  }

  @Query(() => MyRegistration, { nullable: true, description: 'A registration, by its personal link.' })
  @Allow('anyone')
  myRegistration(@Args('token', { type: () => String }) token: string): Promise<MyRegistration | null> {
    return this.reads.byToken(token);
  }

  @Query(() => [MyRegistration], {
    description: "Registrations with the signed-in user's address: upcoming ones, and those of the past year.",
  })
  @Allow('signed-in')
  myRegistrations(@CurrentActor() actor: Actor): Promise<MyRegistration[]> {
    return this.reads.findByActor(actor);
  }

  @Mutation(() => MyRegistration, { description: 'Confirms the email address, using the emailed link.' })
  @Allow('anyone')
  async confirmRegistration(
    @CurrentActor() actor: Actor,
    @Args('input') input: RegistrationTokenInput,
  ): Promise<MyRegistration> {
    return this.reads.byId(await this.service.confirm(actor, input));
  }

  @Mutation(() => MyRegistration, {
    description: 'Changes the name, the number of people and the answers of a registration.',
  })
  @Allow('anyone')
  async changeRegistration(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeRegistrationInput,
  ): Promise<MyRegistration> {
    return this.reads.byId(await this.service.update(actor, input));
  }

  @Mutation(() => MyRegistration, {
    description: 'Cancels a registration; its spots go to the next parties on the waitlist that fit.',
  })
  @Allow('anyone')
  async cancelRegistration(
    @CurrentActor() actor: Actor,
    @Args('input') input: RegistrationTokenInput,
  ): Promise<MyRegistration> {
    return this.reads.byId(await this.service.cancel(actor, input));
  }

  @Mutation(() => Acknowledgement, {
    description: 'Opts out of messages after events, using the link in one. Emails about registrations continue.',
  })
  @Allow('anyone')
  stopRegistrationMessages(@Args('token', { type: () => String }) token: string): Promise<Acknowledgement> {
    return this.service.stopMessages(token);
  }

  @Query(() => ManagedRegistrations, {
    description: 'How participants register for an event, and how many have.',
  })
  @Allow('organizer')
  manageRegistrations(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<ManagedRegistrations> {
    return this.forms.findManaged(actor, eventId);
  }

  @Mutation(() => ManagedRegistrations, {
    description: 'Turns on registration for an event, or changes it. More spots go to the waitlist.',
  })
  @Allow('organizer')
  saveRegistrationForm(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('input') input: RegistrationFormInput,
  ): Promise<ManagedRegistrations> {
    return this.forms.save(actor, eventId, input);
  }

  @Query(() => RegistrationConnection, { description: 'Registrations for an event.' })
  @Allow('organizer')
  registrations(@CurrentActor() actor: Actor, @Args() args: RegistrationsArgs): Promise<RegistrationConnection> {
    return this.desk.list(actor, args);
  }

  @Mutation(() => ManagedRegistration, {
    description: 'Registers a party in the name of an organizer, or adds it to the waitlist.',
  })
  @Allow('organizer')
  addRegistration(
    @CurrentActor() actor: Actor,
    @Args('input') input: AddRegistrationInput,
  ): Promise<ManagedRegistration> {
    return this.desk.add(actor, input);
  }

  @Mutation(() => ManagedRegistration, { description: 'Changes the number of people in a party.' })
  @Allow('organizer')
  changePartySize(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('party', { type: () => Int, description: 'Number of people, at most 10.' }) party: number,
  ): Promise<ManagedRegistration> {
    return this.desk.changeParty(actor, id, party);
  }

  @Mutation(() => ManagedRegistration, {
    description: 'Cancels a registration in the name of an organizer and notifies the participant.',
  })
  @Allow('organizer')
  removeRegistration(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<ManagedRegistration> {
    return this.desk.cancel(actor, id, reason ?? null);
  }

  @Mutation(() => ManagedRegistration, {
    description: 'Sets how many people of a party have arrived; 0 undoes the check-in.',
  })
  @Allow('organizer')
  checkInRegistration(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('arrived', { type: () => Int, description: 'Number of people, at most the size of the party.' })
    arrived: number,
  ): Promise<ManagedRegistration> {
    return this.desk.checkIn(actor, id, arrived);
  }
}
