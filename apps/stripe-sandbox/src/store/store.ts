import type Stripe from 'stripe';
import { Agenda, type Task } from '../clock/agenda.js';
import type { SandboxClock } from '../clock/sandbox-clock.js';
import { notFoundError } from '../requests/stripe-error.js';
import { Collection } from './collection.js';
import type { Kind, Objects } from './objects.js';
import type { Random } from './random.js';
import type { Resource } from './resource.js';
import type { Settings } from './settings.js';

export const API_VERSION = '2026-10-28.endive';
const EVENT_DAYS = 30;

/** Not returned by the API, for example how a card will behave. */
export type Note = Record<string, unknown>;

export type Change =
  | { put: Objects[Kind]; kind: Kind }
  | { removed: string; kind: Kind }
  | { note: Note; id: string }
  | { task: Task }
  | { taskDone: string };

/** All changes are synchronous, so requests are atomic. Objects are never mutated. */
export class Store {
  readonly agenda = new Agenda();
  /** Referenced by its events. */
  request: { id: string; idempotency_key: string | null } | null = null;
  onChange: (change: Change) => void = () => {};
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
    return `${prefix}_${this.random.randomText(idLength)}`;
  }

  resource(kind: Kind): Resource {
    const found = this.byKind.get(kind);
    if (!found) throw new Error(`Unknown resource ${kind}. Is it listed in resources.ts?`);
    return found;
  }

  resourceOfId(id: string): Resource | undefined {
    return this.byPrefix.get(id.slice(0, id.indexOf('_'))) ?? this.byPrefix.get(id.slice(0, id.lastIndexOf('_')));
  }

  find<K extends Kind>(kind: K, id: string | null | undefined): Objects[K] | undefined {
    return id ? this.collection(kind).get(id) : undefined;
  }

  /**
   * @param param parameter that named it, if it wasn't the requested object
   * @throws StripeError resource_missing
   */
  get<K extends Kind>(kind: K, id: string, param?: string): Objects[K] {
    const found = this.find(kind, id);
    if (!found) throw notFoundError(kind, id, param);
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

  note<N extends Note>(id: string): Partial<N> {
    return (this.notes.get(id) ?? {}) as Partial<N>;
  }

  setNote(id: string, changes: Note): void {
    const note = { ...this.notes.get(id), ...changes };
    this.notes.set(id, note);
    this.onChange({ note, id });
  }

  /** Schedules a task; `name` is a key of a resource's `tasks`. */
  schedule(at: number, name: string, subject: string, testClock: string | null = null): Task {
    const task = { id: `task_${this.random.randomText(16)}`, at, name, subject, testClock };
    this.agenda.add(task);
    this.onChange({ task });
    return task;
  }

  removeTask(id: string): void {
    this.agenda.remove(id);
    this.onChange({ taskDone: id });
  }

  /** Runs each task at its own time, including tasks they schedule. */
  runDue(until: number = this.now(), testClock: string | null = null): void {
    for (let task; (task = this.agenda.takeDueTask(until, testClock));) {
      const { name, subject, at } = task;
      this.onChange({ taskDone: task.id });
      const work = [...this.byKind.values()].map(({ tasks }) => tasks?.[name]).find(Boolean);
      if (!work) throw new Error(`No resource defines the task ${name}.`);
      this.clock.at(at, () => work(this, subject));
    }
  }

  /** Emits an event with a snapshot of the object. */
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

  /** Re-applies a change reported earlier by `onChange`. */
  replay(change: Change): void {
    if ('put' in change) this.collection(change.kind).put(change.put as never);
    else if ('removed' in change) this.collection(change.kind).remove(change.removed);
    else if ('note' in change) this.notes.set(change.id, change.note);
    else if ('task' in change) this.agenda.add(change.task);
    else this.agenda.remove(change.taskDone);
  }

  /** Yields the minimal changes that recreate the state. Drops events older than 30 days, as at Stripe. */
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
