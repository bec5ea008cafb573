/**
 * The real `reflect-metadata`, with remembered lookups. Nest looks up the same metadata of every method at each start,
 * and most lookups find no metadata in a whole chain of prototypes.
 */
require('reflect-metadata/Reflect.js');

const { defineMetadata, deleteMetadata, getMetadata, metadata } = Reflect;
/** By metadata key, object and property. */
const lookups = new Map();

Reflect.getMetadata = (key, target, property) => {
  const ofKey = getOrCreate(lookups, key, () => new WeakMap());
  const ofTarget = getOrCreate(ofKey, target, () => new Map());
  return getOrCreate(ofTarget, property, () => getMetadata(key, target, property));
};
Reflect.defineMetadata = (key, ...rest) => {
  lookups.delete(key);
  return defineMetadata(key, ...rest);
};
Reflect.deleteMetadata = (key, ...rest) => {
  lookups.delete(key);
  return deleteMetadata(key, ...rest);
};
Reflect.metadata = (key, value) => {
  const decorator = metadata(key, value);
  return (...args) => {
    lookups.delete(key);
    return decorator(...args);
  };
};

function getOrCreate(map, key, create) {
  if (map.has(key)) return map.get(key);
  const value = create();
  map.set(key, value);
  return value;
}
