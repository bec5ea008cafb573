import { createKey, lockWithPin, decrypt, pinPattern, seal, unlockWithPin } from './door-keys.js';

test('opens a sealed list only with its own key', async () => {
  const key = await createKey();
  const sealed = await seal(key, { people: ['Ana Reyes'] });
  expect(Buffer.from(sealed.bytes).toString('latin1')).not.toContain('Ana');
  expect(await decrypt(key, sealed)).toEqual({ people: ['Ana Reyes'] });
  await expect(decrypt(await createKey(), sealed)).rejects.toThrow();
});

test('returns the key for the right PIN and null for a wrong one', async () => {
  const key = await createKey();
  const lock = await lockWithPin(key, '471193');
  expect(lock.iterations).toBeGreaterThanOrEqual(600_000);
  expect(lock.device.extractable).toBe(false);
  expect(await unlockWithPin(lock, '471194')).toBeNull();
  const opened = await unlockWithPin(lock, '471193');
  expect(await decrypt(opened!, await seal(key, 'Ana'))).toBe('Ana');
});

test('rejects the PIN without the key in the browser', async () => {
  const [lock, other] = [
    await lockWithPin(await createKey(), '471193'),
    await lockWithPin(await createKey(), '471193'),
  ];
  expect(await unlockWithPin({ ...lock, device: other.device }, '471193')).toBeNull();
});

test('accepts PINs with 6 to 12 digits', () => {
  expect(['12345', '1234567890123', 'abcdef', ''].some((pin) => pinPattern.test(pin))).toBe(false);
  expect(['123456', '123456789012'].every((pin) => pinPattern.test(pin))).toBe(true);
});
