import { Choice, Instant, NoPersonalData } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';
import { NotificationTopic } from '../preferences/notification-topic.js';

/** Until when an account has been notified of a topic. */
@NoPersonalData('topic')
@Entity({ schema: 'notifications', name: 'staff_notice' })
export class StaffNotice {
  @PrimaryColumn('uuid') accountId!: string;
  @Choice(NotificationTopic) @PrimaryColumn('text') topic!: NotificationTopic;
  @Instant({ precision: 3 }) coveredUntil!: Date;
  @Instant({ precision: 3, nullable: true }) sentAt!: Date | null;
}
