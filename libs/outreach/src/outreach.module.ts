import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';

@Module({ imports: [NotificationsModule] })
export class OutreachModule {}
