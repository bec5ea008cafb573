import type Stripe from 'stripe';
import { Agenda, type Task } from '../clock/agenda.js';
import type { SandboxClock } from '../clock/sandbox-clock.js';
import { missing } from '../requests/stripe-error.js';
import { Collection } from './collection.js';
import type { Kind, Objects } from './objects.js';
import type { Random } from './random.js';
import type { Resource } from './resource.js';
import type { Settings } from './settings.js';

export const API_VERSION = '2026-10-28.endive';
const EVENT_DAYS = 30;

/** What the local Stripe knows about an object and tells nobody, such as how a card is going to behave. */
export type Note = Record<string, unknown>;

export type Change =
  | { put: Objects[Kind]; kind: Kind }
  | { removed: string; kind: Kind }
  | { note: Note; id: string }
  | { task: Task }
  | { taskDone: string };

/**
 * The memory of the local Stripe. Everything that changes something runs to its end without waiting, so that a request
 * happens wholly or not at all. Objects in here are never changed in place.
 */
export class Store {
  readonly agenda = new Agenda();
  /** The API request under way, which its events name. */
  request: { id: string; idempotency_key: string | null } | null = null;
  /** Told about every change, for whoever keeps them. */
  onChange: (change: Change) => void = () => {};
  /** Told about every new event, for whoever delivers them. */
  onEvent: (event: Stripe.Event) => void = () => {};

  private readonly collections = new Map<Kind, Collection<{ id: string }>>();
  private readonly notes = new Map<string, Note>();
  private readonly byKind = new Map<Kind, Resource>();
  private readonly byPrefix = new Map<string, Resource>();

  constructor(
    resources: readonly Resource[],
    readonly clock: SandboxClock,
    readonly random: Random,
    readonly settings: Settings,
  ) {
    for (const one of resources) {
      this.byKind.set(one.kind, one);
      this.byPrefix.set(one.prefix, one);
      if (one.otherPrefix) this.byPrefix.set(one.otherPrefix, one);
    }
  }

  now(): number {
    return this.clock.now();
  }

  newId(kind: Kind): string {
    const { prefix, idLength = 24 } = this.resource(kind);
    return `${prefix}_${this.random.text(idLength)}`;
  }

  resource(kind: Kind): Resource {
    const found = this.byKind.get(kind);
    if (!found) throw new Error(`Nothing here is called ${kind}: is it listed in resources.ts?`);
    return found;
  }

  /** Which kind of object an id is of, by what it begins with. */
  resourceOfId(id: string): Resource | undefined {
    return this.byPrefix.get(id.slice(0, id.indexOf('_'))) ?? this.byPrefix.get(id.slice(0, id.lastIndexOf('_')));
  }

  find<K extends Kind>(kind: K, id: string | null | undefined): Objects[K] | undefined {
    return id ? this.collection(kind).get(id) : undefined;
  }

  /**
   * The object of this id.
   * @param param the parameter that named it, when it was not the thing asked for
   * @throws StripeError resource_missing
   */
  get<K extends Kind>(kind: K, id: string, param?: string): Objects[K] {
    const found = this.find(kind, id);
    if (!found) throw missing(kind, id, param);
    return found;
  }

  all<K extends Kind>(kind: K): Collection<Objects[K]> {
    return this.collection(kind);
  }

  insert<K extends Kind>(kind: K, object: Objects[K]): Objects[K] {
    this.collection(kind).put(object);
    this.onChange({ put: object, kind });
    return object;
  }

  update<K extends Kind>(kind: K, id: string, changes: Partial<Objects[K]>): Objects[K] {
    return this.insert(kind, { ...this.get(kind, id), ...changes });
  }

  remove(kind: Kind, id: string): void {
    this.collection(kind).remove(id);
    this.onChange({ removed: id, kind });
  }

  /** What is known about an object and shown to nobody. */
  note<N extends Note>(id: string): Partial<N> {
    return (this.notes.get(id) ?? {}) as Partial<N>;
  }

  setNote(id: string, changes: Note): void {
    const note = { ...this.notes.get(id), ...changes };
    this.notes.set(id, note);
    this.onChange({ note, id });
  }

  /** Lets something happen at its time; `name` is a key of some resource's `tasks`. */
  schedule(at: number, name: string, subject: string, testClock: string | null = null): Task {
    const task = { id: `task_${this.random.text(16)}`, at, name, subject, testClock };
    this.agenda.add(task);
    this.onChange({ task });
    return task;
  }

  unschedule(id: string): void {
    this.agenda.remove(id);
    this.onChange({ taskDone: id });
  }

  /** Does what is due, each at its own moment; what that schedules and is due as well is done too. */
  runDue(until: number = this.now(), testClock: string | null = null): void {
    for (let task; (task = this.agenda.takeDue(until, testClock));) {
      const { name, subject, at } = task;
      this.onChange({ taskDone: task.id });
      const work = [...this.byKind.values()].map(({ tasks }) => tasks?.[name]).find(Boolean);
      if (!work) throw new Error(`No resource has a task ${name}.`);
      this.clock.at(at, () => work(this, subject));
    }
  }

  /** Tells the world that something happened. The event keeps the object as it is now. */
  emit<K extends Kind>(type: string, object: Objects[K], previous?: Partial<Objects[K]>): Stripe.Event {
    const event = {
      id: this.newId('event'),
      object: 'event',
      api_version: API_VERSION,
      created: this.now(),
      data: { object, ...(previous && { previous_attributes: previous }) },
      livemode: false,
      pending_webhooks: 0,
      request: this.request ?? { id: null, idempotency_key: null },
      type,
    } as unknown as Stripe.Event;
    this.onEvent(this.insert('event', event));
    return event;
  }

  /** Puts a change back that `onChange` told about earlier. */
  replay(change: Change): void {
    if ('put' in change) this.collection(change.kind).put(change.put as never);
    else if ('removed' in change) this.collection(change.kind).remove(change.removed);
    else if ('note' in change) this.notes.set(change.id, change.note);
    else if ('task' in change) this.agenda.add(change.task);
    else this.agenda.remove(change.taskDone);
  }

  /** The shortest list of changes that leads to what is here now. Events are kept for thirty days, as at Stripe. */
  *changes(): IterableIterator<Change> {
    for (const [kind, collection] of this.collections) {
      for (const object of collection.oldestFirst()) {
        const tooOld = kind === 'event' && (object as Stripe.Event).created < this.now() - EVENT_DAYS * 86_400;
        if (!tooOld) yield { put: object as Objects[Kind], kind };
      }
    }
    for (const [id, note] of this.notes) yield { note, id };
    for (const task of this.agenda.list()) yield { task };
  }

  private collection<K extends Kind>(kind: K): Collection<Objects[K]> {
    let found = this.collections.get(kind);
    if (!found) this.collections.set(kind, (found = new Collection()));
    return found as unknown as Collection<Objects[K]>;
  }
}
