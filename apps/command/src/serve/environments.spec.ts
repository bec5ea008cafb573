import { environmentsOf } from './environments.js';

const shared = {
  APP_SECRET: 'x',
  DATABASE_URL: 'postgres://api@db/upstander',
  SEALED_KEYS_URL: 'postgres://s@db/keys',
};

test('the worker uses its own addresses, and the api never sees them', () => {
  const { api, worker } = environmentsOf({
    ...shared,
    WORKER_DATABASE_URL: 'postgres://worker@db/upstander',
    WORKER_SEALED_KEYS_URL: 'postgres://w@db/keys',
    WORKER_PORT: '9471',
  });
  expect(api).toEqual({ ...shared, WORKER_PORT: '9471' });
  expect(worker).toEqual({
    APP_SECRET: 'x',
    DATABASE_URL: 'postgres://worker@db/upstander',
    SEALED_KEYS_URL: 'postgres://w@db/keys',
    WORKER_PORT: '9471',
  });
});

test('an address in a file replaces one in the environment, and the other way round', () => {
  const inFile = {
    DATABASE_URL: '',
    DATABASE_URL_FILE: '/run/api',
    WORKER_DATABASE_URL: 'postgres://worker@db/upstander',
  };
  expect(environmentsOf(inFile).worker).toEqual({ DATABASE_URL: 'postgres://worker@db/upstander' });
  const forWorker = environmentsOf({ ...shared, WORKER_DATABASE_URL_FILE: '/run/worker' }).worker;
  expect(forWorker).toEqual({
    APP_SECRET: 'x',
    DATABASE_URL_FILE: '/run/worker',
    SEALED_KEYS_URL: 'postgres://s@db/keys',
  });
});

test('without own addresses, or with empty ones, both use the same', () => {
  const { api, worker } = environmentsOf({ ...shared, WORKER_DATABASE_URL: ' ' });
  expect([api, worker]).toEqual([shared, shared]);
});
