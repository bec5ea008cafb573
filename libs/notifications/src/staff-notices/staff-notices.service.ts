import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import type { MailBlock } from '../layout/mail-layout.js';
import type { NotificationTopic } from '../preferences/notification-topic.js';
import './staff-notice.entity.js';

/** A time range, exclusive of its start, and the account to notify of it. */
export interface NoticeWindow {
  id: string;
  accountId: string;
  since: Date;
  until: Date;
}

/** Something to notify an account of. `windowId` names the window that it falls into. */
export interface NoticeFacts {
  windowId: string;
  at: Date;
}

export interface NoticeSection {
  subject: string;
  title: string;
  blocks: MailBlock[];
}

/** Derives notices from the rows of the domain, so no row is written for each recipient. */
export interface StaffNoticeTopic<Facts extends NoticeFacts> {
  /** Finds what happened and still holds. It runs to plan a notice, and again when it is sent. */
  find(windows: readonly NoticeWindow[]): Promise<Facts[]>;
  write(facts: readonly Facts[], locale: LocaleName): NoticeSection;
}

/** Topics that organizers are notified of. */
@Injectable()
export class StaffNotices {
  private readonly topics = new Map<NotificationTopic, StaffNoticeTopic<NoticeFacts>>();

  define<Facts extends NoticeFacts>(topic: NotificationTopic, definition: StaffNoticeTopic<Facts>): void {
    if (this.topics.has(topic)) throw new Error(`Notices of "${topic}" are defined twice.`);
    this.topics.set(topic, definition as unknown as StaffNoticeTopic<NoticeFacts>);
  }

  names(): NotificationTopic[] {
    return [...this.topics.keys()];
  }

  /** Returns facts by the ID of their window, oldest first. */
  async find(topic: NotificationTopic, windows: readonly NoticeWindow[]): Promise<Map<string, NoticeFacts[]>> {
    const found = new Map<string, NoticeFacts[]>();
    const definition = this.topics.get(topic);
    if (!definition || windows.length === 0) return found;
    for (const facts of await definition.find(windows))
      found.set(facts.windowId, [...(found.get(facts.windowId) ?? []), facts]);
    return found;
  }

  write(topic: NotificationTopic, facts: readonly NoticeFacts[], locale: LocaleName): NoticeSection {
    return this.topics.get(topic)!.write(facts, locale);
  }
}
