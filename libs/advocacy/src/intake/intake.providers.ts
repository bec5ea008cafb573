import type { Provider } from '@nestjs/common';
import { RecordIntake } from './record-intake.js';

export const intakeProviders: Provider[] = [RecordIntake];
