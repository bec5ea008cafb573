/**
 * Returns a sentence if this version of Node isn't in the range (`engines` in package.json), null otherwise. The build
 * copies this function into each program, so it uses nothing outside itself, and only syntax that old versions can parse.
 */
export function nodeFault(version, range) {
  const [major, minor] = version.split('.').map(Number);
  const parts = range.split('||').map((part) => ({
    isOpen: part.includes('>='),
    first: part.match(/\d+/g).map(Number),
  }));
  const fits = parts.some(
    ({ isOpen, first }) => (major === first[0] && minor >= first[1]) || (isOpen && major > first[0]),
  );
  if (fits) return null;
  const names = parts.map(({ first }) => `${first[0]}.${first[1]}+`);
  const last = names.pop();
  return `Upstander needs Node.js ${names.join(', ')} or ${last}; this is ${version}. See docs/operator-guide.md.`;
}
