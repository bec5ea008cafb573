/**
 * In creation order.
 * Updates replace objects instead of mutating them, so events can reference old versions without copies.
 */
export class Collection<T extends { id: string }> {
  private readonly objects: Array<T | undefined> = [];
  private readonly positions = new Map<string, number>();

  get(id: string): T | undefined {
    const at = this.positions.get(id);
    return at === undefined ? undefined : this.objects[at];
  }

  put(object: T): void {
    const at = this.positions.get(object.id);
    if (at !== undefined) this.objects[at] = object;
    else this.positions.set(object.id, this.objects.push(object) - 1);
  }

  remove(id: string): void {
    const at = this.positions.get(id);
    if (at === undefined) return;
    this.objects[at] = undefined;
    this.positions.delete(id);
  }

  get size(): number {
    return this.positions.size;
  }

  *oldestFirst(after?: string): IterableIterator<T> {
    for (let at = (after === undefined ? -1 : this.positionOf(after)) + 1; at < this.objects.length; at += 1) {
      const object = this.objects[at];
      if (object) yield object;
    }
  }

  *newestFirst(before?: string): IterableIterator<T> {
    for (let at = (before === undefined ? this.objects.length : this.positionOf(before)) - 1; at >= 0; at -= 1) {
      const object = this.objects[at];
      if (object) yield object;
    }
  }

  private positionOf(id: string): number {
    return this.positions.get(id) ?? -1;
  }
}
