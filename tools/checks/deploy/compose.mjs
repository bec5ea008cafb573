import { Ajv } from 'ajv';
import { parse } from 'yaml';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const strictObject = (properties, required = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const map = (of) => ({ type: 'object', additionalProperties: of });

/**
 * The subset of the Compose Specification (https://github.com/compose-spec/compose-spec) that our file uses. Other keys
 * are reported as misspelled.
 */
const healthcheck = strictObject({
  test: texts,
  interval: text,
  timeout: text,
  start_period: text,
  retries: { type: 'integer' },
  disable: { type: 'boolean' },
});
const dependency = strictObject({
  condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] },
});
const service = strictObject(
  {
    image: text,
    build: strictObject({ context: text, args: map(text) }),
    entrypoint: texts,
    command: texts,
    env_file: text,
    environment: map(text),
    ports: { type: 'array', items: { type: 'string', pattern: String.raw`^127\.0\.0\.1:\d+:\d+$` } },
    volumes: texts,
    networks: texts,
    profiles: texts,
    tmpfs: text,
    shm_size: text,
    read_only: { type: 'boolean' },
    init: { type: 'boolean' },
    cap_drop: texts,
    cap_add: texts,
    security_opt: { type: 'array', contains: { const: 'no-new-privileges:true' } },
    restart: { enum: ['no', 'always', 'unless-stopped', 'on-failure'] },
    stop_grace_period: { type: 'string', pattern: String.raw`^\d+s$` },
    healthcheck,
    depends_on: map(dependency),
  },
  ['image', 'security_opt', 'restart', 'networks'],
);
const file = {
  type: 'object',
  additionalProperties: false,
  required: ['services'],
  properties: {
    name: text,
    services: map(service),
    networks: map(strictObject({ internal: { type: 'boolean' } })),
    volumes: map(strictObject({})),
  },
  patternProperties: { '^x-': {} },
};
const validateCompose = new Ajv({ allErrors: true, strictTypes: false }).compile(file);

/**
 * Finds invalid keys and types, dangling names and unpinned images.
 * @param {string} source @returns {string[]} sentences
 */
export function composeFaults(source) {
  const compose = parse(source, { merge: true });
  if (!validateCompose(compose))
    return validateCompose.errors.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  const faults = [];
  for (const [name, one] of Object.entries(compose.services)) {
    for (const other of Object.keys(one.depends_on ?? {})) {
      const needed = compose.services[other];
      if (!needed) faults.push(`${name} depends on ${other}, which does not exist.`);
      else if (one.depends_on[other].condition === 'service_healthy' && !needed.healthcheck?.test)
        faults.push(`${name} waits until ${other} is healthy, but ${other} has no health check.`);
    }
    for (const network of one.networks)
      if (!(network in (compose.networks ?? {})))
        faults.push(`${name} uses the network ${network}, which does not exist.`);
    for (const volume of one.volumes ?? []) {
      const [from] = volume.split(':');
      if (!/^[./]/.test(from) && !(from in (compose.volumes ?? {})))
        faults.push(`${name} uses the volume ${from}, which does not exist.`);
    }
    const tag = /:([^:/]+)$/.exec(one.image)?.[1];
    if (!one.build && !(tag && /\d+\.\d+/.test(tag))) faults.push(`${name}: ${one.image} is not pinned to a version.`);
  }
  return faults;
}
