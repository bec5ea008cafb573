import type { Provider } from '@nestjs/common';
import { CampaignUpdateMail } from './campaign-update.mail.js';
import { MailCampaignUpdates } from './mail-campaign-updates.processor.js';
import { UpdateResolver } from './update.resolver.js';
import { Updates } from './updates.service.js';

export const updatesProviders: Provider[] = [UpdateResolver, Updates, MailCampaignUpdates, CampaignUpdateMail];
