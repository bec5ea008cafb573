import { z } from 'zod';
import { setting, settingTypes } from './setting.js';

/** These names are standard in OpenTelemetry. */
export const telemetrySettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    settingTypes.url('http:', 'https:').optional(),
    'Where OpenTelemetry traces and logs are sent (OTLP over HTTP), for example your collector. Not set: nothing is sent and no OpenTelemetry code is loaded.',
    'http://127.0.0.1:4318',
    { connects: true },
  ),
  OTEL_EXPORTER_OTLP_HEADERS: setting(
    z.string().default(''),
    'Headers for that endpoint, for example an API key, as name=value separated by commas.',
    'authorization=Bearer abc',
    { secret: true },
  ),
  OTEL_SERVICE_NAME: setting(
    settingTypes.line().min(1).default('upstander'),
    'The name of this installation in traces. The program (api, worker) is a separate attribute.',
    'upstander',
  ),
  OTEL_TRACES_EXPORTER: setting(z.enum(['otlp', 'none']).default('otlp'), 'Set to none to turn traces off.', 'otlp'),
  OTEL_LOGS_EXPORTER: setting(
    z.enum(['otlp', 'none']).default('otlp'),
    'Set to none to send no log lines. Standard output always has them.',
    'none',
  ),
  OTEL_TRACES_SAMPLER_ARG: setting(
    z.coerce.number().min(0).max(1).default(1),
    'The share of traces that are kept: 1 keeps all, 0.1 one in ten.',
    '0.1',
  ),
} as const;
