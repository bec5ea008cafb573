import type { z } from 'zod';
import { Registry } from '../registry/registry.js';
import { apiSettings } from './api.settings.js';
import { organizationSettings } from './organization.settings.js';
import { platformSettings } from './platform.settings.js';
import type { Setting } from './setting.js';
import { tlsSettings } from './tls.settings.js';
import { telemetrySettings } from './telemetry.settings.js';

/** Each is defined by the library that reads it. No other code reads the environment. */
export const settings = new Registry<Setting>('setting');

export type ValuesOf<Group extends Readonly<Record<string, Setting>>> = {
  [Name in keyof Group]: z.output<Group[Name]['schema']>;
};

/** Parsed values of all settings by name. Each library extends this interface. */
export interface Settings
  extends
    ValuesOf<typeof platformSettings>,
    ValuesOf<typeof organizationSettings>,
    ValuesOf<typeof apiSettings>,
    ValuesOf<typeof tlsSettings>,
    ValuesOf<typeof telemetrySettings> {}

settings.define(platformSettings);
settings.define(organizationSettings);
settings.define(apiSettings);
settings.define(tlsSettings);
settings.define(telemetrySettings);
