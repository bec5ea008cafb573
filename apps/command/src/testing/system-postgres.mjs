export * from '../../../../tools/lib/system-postgres.mjs';
